# The frames that an exception thrown into a generator passes: of each generator that waits for another, once.
def lines(e):
    tb, found = e.__traceback__, []
    while tb is not None:
        found.append(tb.tb_lineno)
        tb = tb.tb_next
    return found
def nest(n):
    if n <= 0: return
    yield n
    yield from nest(n - 1)
for k in range(4):
    y = nest(3)
    for _ in range(k): next(y)
    try: y.throw(ValueError(1))
    except ValueError as e: print(k, lines(e))  # expect: 0 [15, 8]
    # expect: 1 [15, 10]
    # expect: 2 [15, 11, 10]
    # expect: 3 [15, 11, 11, 10]
def ch(n):
    try:
        r = yield from nest(n)
        yield r
    except KeyError as e:
        yield -1
for k in range(4):
    y = ch(2)
    for _ in range(k): next(y)
    try: print(y.throw(KeyError(1)))
    except KeyError as e: print(k, lines(e))  # expect: 0 [29, 20]
    # expect: -1
    # expect: -1
    # expect: -1
for make in (lambda: (z for z in [1, 2]),):
    y = make()
    next(y)
    try: y.throw(KeyError(1))
    except KeyError as e: print(lines(e))  # expect: [37, 34]
class It:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, e): raise e
def d(): yield from It()
y = d(); next(y)
try: y.throw(KeyError(1))
except KeyError as e: print(lines(e))  # expect: [45, 43, 42]
def dd(): yield from [1, 2]
y = dd(); next(y)
try: y.throw(KeyError(1))
except KeyError as e: print(lines(e))  # expect: [49, 47]
e = None
x = ValueError(3)
y = nest(1); next(y)
try: y.throw(x)
except ValueError as e: print(lines(e))  # expect: [54, 10]
y = nest(1); next(y)
try: y.throw(x)
except ValueError as e: print(lines(e))  # expect: [57, 10, 54, 10]
y = nest(1)
try: y.throw(x)
except ValueError as e: print(lines(e))  # expect: [60, 8, 57, 10, 54, 10]
y = nest(1); next(y); list(y)
try: y.throw(x)
except ValueError as e: print(lines(e))  # expect: [63, 60, 8, 57, 10, 54, 10]
y = nest(1)
y.close()
try: y.throw(ValueError(5))
except ValueError as e: print(lines(e))  # expect: [67]
