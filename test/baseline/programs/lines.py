# Lines of functions that are running, as they look from those they called.
import sys


def look(depth):
    f = sys._getframe(depth)
    names = []
    while f.f_code.co_name != '<module>':
        names.append((f.f_code.co_name, f.f_lineno - f.f_code.co_firstlineno, f.f_lasti > 0))
        f = f.f_back
    return names


def inner(a):
    b = a * 2
    return look(1), b


def outer(x):
    y = x + 0.5
    found = inner(y)
    return found, y


class Maker:
    def __init__(self, n):
        self.n = n
        local = n + 1
        self.seen = look(1)


def make(k):
    before = [k, Maker(k), k + 1]
    return before[1].seen


def by_keyword(*, key):
    return look(1)[0]


def spread(args, kw):
    kept = len(args)
    return by_keyword(*args, **kw), kept


for i in range(5):
    print(outer(i))  # expect: (([('inner', 2, True), ('outer', 2, True)], 1.0), 0.5)
    # expect: (([('inner', 2, True), ('outer', 2, True)], 3.0), 1.5)
    # expect: (([('inner', 2, True), ('outer', 2, True)], 5.0), 2.5)
    # expect: (([('inner', 2, True), ('outer', 2, True)], 7.0), 3.5)
    # expect: (([('inner', 2, True), ('outer', 2, True)], 9.0), 4.5)
for i in range(5):
    print(make(i))  # expect: [('__init__', 3, True), ('make', 1, True)]
    # expect: [('__init__', 3, True), ('make', 1, True)]
    # expect: [('__init__', 3, True), ('make', 1, True)]
    # expect: [('__init__', 3, True), ('make', 1, True)]
    # expect: [('__init__', 3, True), ('make', 1, True)]
for i in range(4):
    print(spread((), {'key': i}))  # expect: (('by_keyword', 1, True), 0)
    # expect: (('by_keyword', 1, True), 0)
    # expect: (('by_keyword', 1, True), 0)
    # expect: (('by_keyword', 1, True), 0)


def in_expression(n):
    total = 0
    for i in range(n):
        total += len([i, total, id(sys._getframe(0)) > 0][:2]) + i
    return total


def looped(n):
    out = []
    for i in range(n):
        t = i * 1.5
        out.append(len(look(1)))
    return out


print([in_expression(k) for k in range(4)])  # expect: [0, 2, 5, 9]
print([looped(k) for k in range(4)])  # expect: [[], [1], [1, 1], [1, 1, 1]]


def values():
    for i in range(3):
        held = i * i
        yield look(1)[:2], held


def use():
    mine = 'mine'
    return [v for v in values()]


for _ in range(3):
    print(use())  # expect: [([('values', 3, True), ('use', 2, True)], 0), ([('values', 3, True), ('use', 2, True)], 1), ([('values', 3, True), ('use', 2, True)], 4)]
    # expect: [([('values', 3, True), ('use', 2, True)], 0), ([('values', 3, True), ('use', 2, True)], 1), ([('values', 3, True), ('use', 2, True)], 4)]
    # expect: [([('values', 3, True), ('use', 2, True)], 0), ([('values', 3, True), ('use', 2, True)], 1), ([('values', 3, True), ('use', 2, True)], 4)]


def key(x):
    side = -x
    return (look(1)[0], side)[1]


def sort(xs):
    count = len(xs)
    xs.sort(key=key)
    return xs, count


for _ in range(4):
    print(sort([3, 1, 2]))  # expect: ([3, 2, 1], 3)
    # expect: ([3, 2, 1], 3)
    # expect: ([3, 2, 1], 3)
    # expect: ([3, 2, 1], 3)
