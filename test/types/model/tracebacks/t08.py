class E(Exception):
    def __str__(self):
        return "line1\nline2"
def gen():
    yield 1
    raise E
def f(a):
    for x in gen(): pass
assert f(1) == 2, "message"
