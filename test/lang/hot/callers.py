# Who has called: frames, as functions that compiled code calls see them.
import sys
def look():
    f = sys._getframe(1)
    names = []
    while f.f_code.co_name != '<module>':
        names.append((f.f_code.co_name, f.f_lineno - f.f_code.co_firstlineno))
        f = f.f_back
    return tuple(names)
seen = {}
def note(x):
    seen[x] = seen.get(x, 0) + 1
def key(x):
    if x == 7:
        note(look())
    return -x
def work(n):
    t = 0
    for k in range(n):
        a = sorted([k, 7, 3],
                   key=key)
        t += a[0]
    return t
def outer(n):
    def deeper(m):
        return work(m) + 1
    return deeper(n)
class A:
    def __add__(self, o):
        if o == 50:
            note(look())
        return self
    def __init__(self, v):
        self.v = v
        if v % 900 == 0: note(look())
def gen(n):
    for i in range(n):
        if i % 700 == 3:
            note(look())
        yield i
def usegen(n):
    t = 0
    for v in gen(n):
        t += v
        A(v)
        if v % 100 == 0:
            A(1) + (v % 300)
    return t
for i in range(60):
    outer(30)
print(usegen(3000))  # expect: 4498500
for i in range(3000):
    A(3) + i
def rec(n, d):
    if n == 0:
        if d == 40: note(look())
        return 0
    return 1 + rec(n - 1, d)
for i in range(300):
    rec(i % 6, i % 50)
for k, v in seen.items():
    print(v, k)  # expect: 1860 (('key', 2), ('work', 3), ('deeper', 1), ('outer', 3))
    # expect: 4 (('__init__', 2), ('usegen', 4))
    # expect: 5 (('gen', 3), ('usegen', 2))
    # expect: 1 (('__add__', 2),)
    # expect: 2 (('rec', 2), ('rec', 4), ('rec', 4), ('rec', 4), ('rec', 4))
    # expect: 2 (('rec', 2),)
    # expect: 2 (('rec', 2), ('rec', 4), ('rec', 4))


# Natives that run in compiled functions: the namespaces and the line are that function's.
def inner(a, rare):
    b = a * 2
    if rare:
        return look(), b
    return None, b


def middle(n, rare):
    t = 0
    for k in range(3):
        if k == 2:
            r = inner(n + k, rare)
        else:
            r = inner(n, False)
        t += r[1]
    return r[0]


def around(x, rare):
    y = x + 0.5
    return middle(y, rare)


found = {}
for i in range(20000):
    r = around(i, i % 1500 == 1400)
    found[r] = found.get(r, 0) + 1
print(found)  # expect: {None: 19987, (('inner', 3), ('middle', 4), ('around', 2)): 13}
