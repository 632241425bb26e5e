# Instances that live for one iteration, and what brings them to light: exits, calls, errors, other objects.
class V:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y)

    def __repr__(self):
        return f"V({self.x}, {self.y})"


class Pair:
    def __init__(self, a, b):
        self.a = a
        self.b = b


def temporaries(n):
    t = 0.0
    for i in range(n):
        v = V(i, 0.5) + V(1, i * 0.25)
        t += v.x * v.y
    return t, v


print(temporaries(300))  # expect: (2272550.0, V(300, 75.25))


def exits(n):
    out = []
    for i in range(n):
        v = V(i, i * 0.5)
        p = Pair(v, V(v.y, 1))
        if i % 37 == 36:
            out.append((p.a, p.b.x))
        if i % 100 == 99:
            p.b = p
            out.append(p.b.b.b is p)
        v.y = p.a.x
    return out, p.a is v, v


print(exits(300))  # expect: ([(V(36, 36), 18.0), (V(73, 73), 36.5), True, (V(110, 110), 55.0), (V(147, 147), 73.5), (V(184, 184), 92.0), True, (V(221, 221), 110.5), (V(258, 258), 129.0), (V(295, 295), 147.5), True], True, V(299, 299))


def kept(n):
    last = None
    chain = None
    for i in range(n):
        v = V(i, last)
        if i % 3:
            last = v.y.x if v.y is not None and not isinstance(v.y, int) else i
        chain = Pair(v, chain) if i % 50 == 0 else chain
    names = []
    while chain is not None:
        names.append(chain.a.x)
        chain = chain.b
    return names, last, v


print(kept(300))  # expect: ([250, 200, 150, 100, 50, 0], 299, V(299, 298))


def cycles(n):
    total = 0
    for i in range(n):
        a, b = Pair(None, i), Pair(None, i + 1)
        a.a = b
        b.a = a
        total += a.a.b + b.a.b
        if i == n - 2:
            found = a
    return total, found.a.a is found, found.a.a.b


print(cycles(300))  # expect: (90000, True, 298)


class Checks:
    made = 0

    def __init__(self, n):
        self.n = n
        if n % 90 == 89:
            raise ValueError(self)
        Checks.made += 1
        self.half = n / 2
        if n % 70 == 69:
            Checks.last = self


def raising(n):
    seen = []
    t = 0
    for i in range(n):
        try:
            c = Checks(i)
            t += c.half
        except ValueError as e:
            seen.append((e.args[0].n, hasattr(e.args[0], "half")))
    return seen, t, Checks.made, Checks.last.n, vars(Checks.last)


print(raising(300))  # expect: ([(89, False), (179, False), (269, False)], 22156.5, 297, 279, {'n': 279, 'half': 139.5})


def changed(n):
    out = []
    for i in range(n):
        v = V(i, 0.5)
        v.z = v.x
        v.x = "s" if i % 60 == 59 else 1.5
        v.y = i
        if i % 75 == 74:
            del v.z
            out.append(sorted(vars(v).items(), key=str))
        if i % 75 == 73:
            v.__dict__["x"] = -1
            out.append((v.x, v.z))
        if i % 75 == 72:
            setattr(v, "w", v)
            out.append(v.w.w.x)
    return out


print(changed(300))  # expect: [1.5, (-1, 73), [('x', 1.5), ('y', 74)], 1.5, (-1, 148), [('x', 1.5), ('y', 149)], 1.5, (-1, 223), [('x', 1.5), ('y', 224)], 1.5, (-1, 298), [('x', 's'), ('y', 299)]]


def compared(n):
    same = other = 0
    prev = None
    for i in range(n):
        v, w = V(i, i), V(i, i)
        u = v
        if u is v and v is not w and v != w and v == u:
            same += 1
        if prev is v or v is None or not v:
            other += 1
        prev = v
    return same, other, prev


print(compared(200))  # expect: (200, 0, V(199, 199))


def handed(n, keep):
    for i in range(n):
        v = V(i, [i])
        w = Pair(v, (v, v.y))
        keep[i % 3] = w.b
        keep[3] = w
        v.x += 100
        keep[3].a.y.append(v.x)
    return [(k[0].x, k[1]) for k in keep[:3]], keep[3].a is v


print(handed(200, [None] * 4))  # expect: ([(298, [198, 298]), (299, [199, 299]), (297, [197, 297])], True)

kept_global = None


def shared(n):
    global kept_global
    cell = None

    def look():
        return cell.x + kept_global.x

    t = 0
    for i in range(n):
        cell = V(i, 0)
        kept_global = Pair(cell, 1)
        kept_global.x = 5
        t += look()
        cell.x = 7
        t += look()
    return t, kept_global.a.x


print(shared(200))  # expect: (23300, 7)


def made(i):
    v = V(i, 1.5)
    if i % 80 == 79:
        return Pair(v, v)
    return v


def returned(n):
    t = 0
    for i in range(n):
        r = made(i)
        t += r.a.x if isinstance(r, Pair) else r.y
    return t


print(returned(300))  # expect: 922.5


class Empty:
    pass


def empty(n):
    found = set()
    for i in range(n):
        e = Empty()
        if i % 50 == 49:
            found.add(len(vars(e)))
        e.a = e
        if i % 50 == 48:
            found.add(e.a is e)
    return sorted(found)


print(empty(200))  # expect: [0, True]


def inner_loops(n):
    t = 0
    for i in range(n):
        v = V(0, i)
        for k in range(i % 4):
            v = v + V(k, 1)
        t += v.x + v.y
    return t


print(inner_loops(300))  # expect: 45600


def unwound(n):
    log = []
    for i in range(n):
        v = V(i, 2)
        try:
            w = V(v.y, v.x // (i % 64 - 63 or 0))
        except ZeroDivisionError:
            log.append(v)
            w = v
        v = w
    return log, v


print(unwound(200))  # expect: ([V(63, 2), V(127, 2), V(191, 2)], V(2, -4))
