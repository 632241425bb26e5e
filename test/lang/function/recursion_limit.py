def f(n):
    return f(n + 1)
try:
    f(0)
except RecursionError as e:
    print(str(e)[:32])  # expect: maximum recursion depth exceeded
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
print(depth(900))  # expect: 900
