# An attribute that has held floats gets other values in the middle of a hot loop.
import math


class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def turn(values, at):
    p = P(1.5, 2.5)
    q = P(0.5, 0.25)
    out = []
    for i in range(600):
        p.x = p.x + q.y
        q.x += 0.5
        if i == at:
            p.x = values[0]
            out.append(repr(p.x))
            p.x = 0.5
        if i == at + 100:
            q.y = values[1]
            out.append(repr(q.y))
            q.y = 1.25
        p.y = i
    out.append((p.x, p.y, q.x, q.y))
    return out


for pair in [(7, None), (None, 3), ("text", 2**70), (True, 0.125), (2**64, float("nan")), ([1], (2,))]:
    print(turn(pair, 150))  # expect: ['7', 'None', (461.75, 599, 300.5, 1.25)]
    # expect: ['None', '3', (461.75, 599, 300.5, 1.25)]
    # expect: ["'text'", '1180591620717411303424', (461.75, 599, 300.5, 1.25)]
    # expect: ['True', '0.125', (461.75, 599, 300.5, 1.25)]
    # expect: ['18446744073709551616', 'nan', (461.75, 599, 300.5, 1.25)]
    # expect: ['[1]', '(2,)', (461.75, 599, 300.5, 1.25)]


class Total:
    def __init__(self):
        self.n = 0.0


def totals(changes):
    out = []
    made = [Total() for _ in range(20)]
    for i in range(2000):
        t = made[i % 20]
        t.n += 0.5
        if i in changes:
            t.n = changes[i]
    for t in made[:6]:
        out.append(t.n)
    return out


print(totals({}))  # expect: [50.0, 50.0, 50.0, 50.0, 50.0, 50.0]
print(totals({1500: 10, 1501: 2**60, 1502: True}))  # expect: [22.0, 1.152921504606847e+18, 13.0, 50.0, 50.0, 50.0]
print(totals({1503: -0.0, 1504: math.inf}))  # expect: [50.0, 50.0, 50.0, 12.0, inf, 50.0]


class Sum:
    pass


def first_int(n):
    s = Sum()
    s.v = 0
    for i in range(n):
        s.v += i * 0.5 if i > 300 else i
    return s.v


print(first_int(700), first_int(200))  # expect: 144900.0 19900


class Acc:
    total = 1.5

    def add(self, x):
        self.total += x
        return self.total


def defaults():
    a, b = Acc(), Acc()
    r = []
    for i in range(500):
        a.add(0.5)
        if i % 100 == 99:
            r.append((a.total, b.total, Acc.total))
        if i == 300:
            Acc.total = 7
        if i == 350:
            del a.total
    return r, b.add(1)


print(defaults())  # expect: ([(51.5, 1.5, 1.5), (101.5, 1.5, 1.5), (151.5, 1.5, 1.5), (31.5, 7, 7), (81.5, 7, 7)], 8)


def grows(n):
    made = []
    for i in range(n):
        p = P(i * 0.5, i * 0.25)
        if i > 400:
            p.x = i
        if i > 500:
            p = P(i, None)
        made.append(p)
    return sum(p.x for p in made), made[399].y, made[450].x, made[-1].y


print(grows(700))  # expect: (204550.0, 99.75, 450, None)


class Alternates:
    pass


def alternate(n):
    a = Alternates()
    a.v = 0.5
    kinds = {}
    for i in range(n):
        k = type(a.v).__name__
        kinds[k] = kinds.get(k, 0) + 1
        if i % 3 == 0:
            a.v = i
        elif i % 3 == 1:
            a.v = i * 0.5
        else:
            a.v = str(i)
    return kinds, a.v


print(alternate(900))  # expect: ({'float': 301, 'int': 300, 'str': 299}, '899')
