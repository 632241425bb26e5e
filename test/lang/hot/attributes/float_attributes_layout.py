# Float attributes with deletion, dictionaries, subclasses, slots, copies, while loops are hot.
import copy


class V:
    def __init__(self, x=0.0, y=0.0):
        self.x = x
        self.name = "v"
        self.y = y

    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y)

    def __repr__(self):
        return f"V({self.x}, {self.y})"


class W(V):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


def deletes(n):
    v = V(1.5, 2.5)
    for i in range(n):
        v.x += 0.5
        v.y -= 0.25
        if i % 150 == 149:
            del v.x
            assert not hasattr(v, "x")
            assert list(vars(copy.copy(v))) == ["name", "y"]
            v.x = 3.5
    return v, sorted(v.__dict__)


print(deletes(600))  # expect: (V(3.5, -147.5), ['name', 'x', 'y'])


def dictionaries(n):
    v, w = V(), W(0.5, 1.5, 2.5)
    for i in range(n):
        v.x += 0.5
        w.z = w.z + v.x
        if i == 200:
            d = w.__dict__
            d["z"] = 1
            d["extra"] = 2.5
        if i == 300:
            w.__dict__ = {"x": 1, "y": 2.0, "z": -0.0}
        if i == 400:
            v.__dict__.update(x=10.0, y="why")
        if i == 500:
            w.__dict__["z"] = 0.25
    return v.__dict__, w.__dict__, d["extra"]


print(dictionaries(600))  # expect: ({'x': 109.5, 'name': 'v', 'y': 'why'}, {'x': 1, 'y': 2.0, 'z': 8415.25}, 2.5)


def shared(n):
    vs = [V(i * 0.5, i) if i % 3 else W(i, i * 0.25, i * 1.5) for i in range(9)]
    for i in range(n):
        for v in vs:
            v.x = v.x * 0.5 + v.y
    for i in range(n):
        a = vs[i % 9]
        b = vs[(i * 7) % 9]
        a.x += 1.5
        b.x -= 0.5
        a.y, b.y = b.y, a.y
    return vs


print(shared(300))  # expect: [V(34.0, 0.0), V(36.5, 7), V(38.5, 8), V(34.5, 0.75), V(41.0, 1), V(42.5, 2), V(36.0, 1.5), V(46.5, 4), V(49.0, 5)]


class S:
    __slots__ = ("a", "b")

    def __init__(self, a, b):
        self.a = a
        self.b = b


class T(S):
    def __init__(self, a, b, c):
        S.__init__(self, a, b)
        self.c = c


def slotted(n):
    s, t = S(0.5, 1.5), T(1, 2.5, 3.5)
    for i in range(n):
        s.a += 0.5
        t.b += s.a
        t.c -= 0.25
        if i == 200:
            s.a = i
        if i == 250:
            del t.b
            try:
                t.b
            except AttributeError as e:
                print(type(e).__name__)
            t.b = 9.5
        if i == 300:
            t.__dict__["c"] = 1.0
    return s.a, s.b, t.a, t.b, t.c, t.__dict__


print(slotted(500))  # expect: AttributeError
# expect: (349.5, 1.5, 1, 71597.0, -48.75, {'c': -48.75})


def copies(n):
    v = W(0.5, -0.0, float("inf"))
    for i in range(n):
        c = copy.copy(v)
        v.x += 1.5
        if i % 100 == 0:
            v = copy.deepcopy(c)
            v.x += 0.25
    return c.x, v.x, c.y, c.z, repr(c)


print(copies(300))  # expect: (445.25, 446.75, -0.0, inf, 'V(445.25, -0.0)')


def adds(n):
    total = V()
    for i in range(n):
        total = total + V(0.5, i)
    return total


print(adds(500))  # expect: V(250.0, 124750.0)


class Base:
    pass


class Other(Base):
    pass


def classes(n):
    b = Base()
    b.p, b.q, b.r = 0.5, "q", 1.5
    for i in range(n):
        b.p += b.r
        if i == 200:
            b.__class__ = Other
        if i == 300:
            b.__class__ = Base
            b.r = 1
    return type(b).__name__, b.p, b.q, b.r


print(classes(500))  # expect: ('Base', 651.0, 'q', 1)


def setattrs(n):
    v = V()
    for i in range(n):
        setattr(v, "x", getattr(v, "x") + 0.5)
        v.y += v.x
        if i == 200:
            object.__setattr__(v, "y", 3)
        if i == 250:
            v.y = 0.5
        if i == 300:
            setattr(v, "x", 2**65)
        if i == 301:
            v.x = 1.0
    return v


print(setattrs(400))  # expect: V(50.0, 3.689348814741911e+19)
