seen = set()
x = 1
steps = 0
while x not in seen:
    seen.add(x)
    x = x * 3 % 1009
    steps += 1
print(steps, len(seen), x)  # expect: 168 168 1
