def g():
    next(it)
    yield
it = g()
try:
    next(it)
except ValueError as e:
    print(e)  # expect: generator already executing
