def try_(f):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
def two(v):
    a, b = v
def star(v):
    a, *b, c = v
try_(lambda: two([1]))  # expect: ValueError not enough values to unpack (expected 2, got 1)
try_(lambda: two([1, 2, 3]))  # expect: ValueError too many values to unpack (expected 2)
try_(lambda: two(5))  # expect: TypeError cannot unpack non-iterable int object
try_(lambda: two(()))  # expect: ValueError not enough values to unpack (expected 2, got 0)
try_(lambda: star([1]))  # expect: ValueError not enough values to unpack (expected at least 2, got 1)
try_(lambda: two(iter([1, 2, 3])))  # expect: ValueError too many values to unpack (expected 2)
try_(lambda: two({1, 2, 3}))  # expect: ValueError too many values to unpack (expected 2)
