import sys
print(sys.getrecursionlimit())  # expect: 1000
sys.setrecursionlimit(200)
def f(n):
    return 0 if n == 0 else 1 + f(n - 1)
print(f(100))  # expect: 100
try:
    f(500)
except RecursionError as e:
    print(e)  # expect: maximum recursion depth exceeded
