def walk(t):
    if isinstance(t, list):
        for x in t:
            yield from walk(x)
    else:
        yield t
print(list(walk([1, [2, [3, [4]], 5], []])))  # expect: [1, 2, 3, 4, 5]
def perms(xs):
    if not xs:
        yield []
    for i in range(len(xs)):
        for p in perms(xs[:i] + xs[i + 1:]):
            yield [xs[i]] + p
print(len(list(perms([1, 2, 3, 4]))), list(perms("ab")))  # expect: 24 [['a', 'b'], ['b', 'a']]
