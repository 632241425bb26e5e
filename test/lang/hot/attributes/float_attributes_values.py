# What float attributes hold is what was stored: nan, inf, negative zero, tiny and huge values.
import math


class Box:
    def __init__(self, v):
        self.v = v
        self.w = -0.0


def through(values, n):
    b = Box(0.0)
    seen = []
    for i in range(n):
        b.v = values[i % len(values)]
        b.w = b.v * -1.0
        if i >= n - len(values):
            seen.append((repr(b.v), repr(b.w), math.copysign(1, b.w)))
    return seen


print(through([0.0, -0.0, math.inf, -math.inf, 5e-324, 1.7976931348623157e308, 1.0, -3.0, 9007199254740993.0], 300))  # expect: [('-inf', 'inf', 1.0), ('5e-324', '-5e-324', -1.0), ('1.7976931348623157e+308', '-1.7976931348623157e+308', -1.0), ('1.0', '-1.0', -1.0), ('-3.0', '3.0', 1.0), ('9007199254740992.0', '-9007199254740992.0', -1.0), ('0.0', '-0.0', -1.0), ('-0.0', '0.0', 1.0), ('inf', '-inf', -1.0)]


def nans(n):
    b = Box(math.nan)
    differs = 0
    for _ in range(n):
        if b.v != b.v:
            differs += 1
        b.v = b.v + 1.0
    return differs, b.v, b.v is b.v, b.w is b.w


print(nans(300))  # expect: (300, nan, True, True)


def kinds(n):
    b = Box(2.0)
    for i in range(n):
        b.v = b.v / 2 if b.v > 1e-9 else 1024.0
        f = b.v
        g = b.v
    return f == g, f is g, isinstance(f, float), type(b.v), b.v.is_integer(), hash(b.v) == hash(f), b.v


print(kinds(500))  # expect: (True, True, True, <class 'float'>, False, True, 0.0078125)


class F(float):
    pass


def subclasses(n):
    b = Box(0.5)
    names = set()
    for i in range(n):
        b.v = F(i) if i % 50 == 49 else b.v + 0.5
        names.add(type(b.v).__name__)
    return sorted(names), b.v


print(subclasses(400))  # expect: (['F', 'float'], 399.0)


def loops(n):
    a, b = Box(1.0), Box(1.0)
    one = a
    for i in range(n):
        a.v += 1.0
        one.v += 1.0
        b.v = a.v
        a.w = b.v
        one.w -= 0.5
    for i in range(n):
        one.v -= b.v
        b.v = one.w
    return a.v, a.w, b.v, one.v


print(loops(300))  # expect: (-179549.5, 600.5, 600.5, -179549.5)


def late(n):
    bs = []
    for i in range(n):
        b = Box(i * 0.5)
        b.x = b.v + 1
        b.y = b.x * b.v
        b.z = i
        b.z = b.z + 0.5
        b.u = None
        b.u = b.y
        bs.append(b)
    return [sum(getattr(b, k) for b in bs) for k in "vwxyzu"]


print(late(300))  # expect: [22425.0, 0.0, 22725.0, 2261187.5, 45000.0, 2261187.5]


def fails(n):
    b = Box(0.5)
    done = 0
    try:
        for i in range(n):
            b.v = 1.0 / (b.v if i < 300 else 0.0)
            done = i
            b.w = b.v
    except ZeroDivisionError as e:
        return done, b.v, b.w, e


print(fails(400))  # expect: (299, 0.5, 0.5, ZeroDivisionError('float division by zero'))


class Many:
    def __init__(self, n):
        for i in range(n):
            setattr(self, f"a{i}", i * 0.5)


def many(n):
    m = Many(70)
    for i in range(n):
        m.a0 += 0.5
        m.a69 = m.a68 + m.a0
    m2 = Many(200)
    for i in range(n):
        m2.a199 += m2.a0 + 1.0
    return m.a0, m.a69, m2.a199, len(vars(m2)), len(vars(m))


print(many(300))  # expect: (150.0, 184.0, 399.5, 200, 70)
