def g():
    try:
        yield 1
    finally:
        print("inner finally")
def h():
    try:
        yield from g()
    finally:
        print("outer finally")
it = h()
next(it)
it.close()  # expect: inner finally
# expect: outer finally
