stack = []
total = 0
for i in range(3000):
    stack.append(i)
    if i % 3 == 2:
        total += stack.pop() - stack.pop()
print(len(stack), total, stack[-1])  # expect: 1000 1000 2997
