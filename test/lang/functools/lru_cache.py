from functools import lru_cache, cache
@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())  # expect: 23416728348467685 CacheInfo(hits=78, misses=81, maxsize=None, currsize=81)
@cache
def sq(x):
    print("computing", x)
    return x * x
print(sq(3), sq(3), sq(4))  # expect: computing 3
# expect: computing 4
# expect: 9 9 16
