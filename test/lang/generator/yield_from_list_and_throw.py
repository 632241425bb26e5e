def g():
    try:
        yield from [1, 2]
    except KeyError:
        yield "caught"
it = g()
print(next(it), it.throw(KeyError))  # expect: 1 caught
