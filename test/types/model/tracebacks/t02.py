def rec(n):
    return rec(n + 1)
def f(a, b):
    return a.foo.bar(b)[3] + undefined_name
import sys
sys.setrecursionlimit(100)
try:
    rec(0)
except RecursionError as e:
    print(type(e), e)
rec(1)
