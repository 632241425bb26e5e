def g():
    while True:
        try:
            yield 1
        except ValueError as e:
            print("caught", e)
        except GeneratorExit:
            print("closing")
            raise
it = g()
next(it)
print(it.throw(ValueError("v")))  # expect: caught v
# expect: 1
it.close()  # expect: closing
try:
    next(it)
except StopIteration:
    print("stopped")  # expect: stopped
