def g():
    yield 1
    return "result"
it = g()
next(it)
try:
    next(it)
except StopIteration as e:
    print(e.value)  # expect: result
def outer():
    r = yield from g()
    print("got", r)
    yield 2
print(list(outer()))  # expect: got result
# expect: [1, 2]
