def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
total = 0
for i in range(60):
    total += fib(i % 12)
print(total)  # expect: 1160
def depth(t):
    return 0 if t is None else 1 + max(depth(t[0]), depth(t[1]))
t = None
for i in range(9):
    t = (t, t)
print(depth(t))  # expect: 9
