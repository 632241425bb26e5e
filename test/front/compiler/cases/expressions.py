def displays(a, b):
    [], (), {}, {1}
    [1, 2], [1, 2, 3], [a, b], (a, 1), {1, 2, 3}, {a, 1}
    [*a], [*a, *b], [1, *a, 2], (*a,), (1, *a), {*a, 1}
    {1: 2}, {1: a, 2: b}, {a: 1, 'x': b}, {**a}, {**a, 'x': 1}, {'x': 1, **a, 'y': 2, 'z': 3}
    (1, 2, 3), (1, (2, (3,)), "a", None, ..., True, b"x", 1.5, 2j)
    [a, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]
    x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]
    y = {a: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, 10: 10, 11: 11, 12: 12, 13: 13, 14: 14, 15: 15, 16: 16, 17: b, 18: 18}
    z = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, 10: 10, 11: 11, 12: 12, 13: 13, 14: 14, 15: 15, 16: 16, 17: b, 18: 18}
    w = {a, 2, 3, *b}
    return x, y, z, w, {1.0, 1, True}, {1.0, 1, True, 2}

def operators(a, b):
    a + b; a - b; a * b; a / b; a // b; a % b; a ** b; a @ b; a << b; a >> b; a | b; a ^ b; a & b
    +a; -a; ~a; not a
    a < b; a <= b; a == b; a != b; a > b; a >= b; a is b; a is not b; a in b; a not in b
    a < b < 3; a == b != 1 is a
    not a in b; not a is b; not a < b
    a and b; a or b; a and b and 1; a or b and 1
    (a := b); (a := 1) + a
    a if b else 1
    return a + b + 1 + a * b - a ** -b

def subscripts(a, b):
    a[b], a[1], a[1:2], a[:], a[b:], a[:b], a[1:2:3], a[::], a[1, 2], a[1:2, b], a[...], a[-1], a[None:None]
    a[b] = a[1:2] = a[1:2:3] = a[b, 1] = 1
    a[*b], a[1, *b], a[(1, 2)]
    del a[1], a[1:2], a[:, 1]

def assignments(a, b):
    x = y = z = a
    x, y = a, b
    x, y = y, x
    x, y, z = z, y, x
    x, y, z, w = 1, 2, 3, 4
    (x, y), z = a
    x, *y = a
    *x, y = a
    x, *y, z = a
    [x, [y, *z]] = a
    x.y = z[0] = b
    x = x
    x, x = a, b
    x, _ = a, b

def augmented(a, b):
    a += b; a -= b; a *= b; a /= b; a //= b; a %= b; a **= b; a @= b; a <<= b; a >>= b; a |= b; a ^= b; a &= b
    a.x += 1
    a[b] += 1
    a[b:1] += 1
    a[b:1:2] += 1
    a.b.c[
        0
    ].d += (
        1
    )

def fstrings(a, b):
    f"", f"x", f"{a}", f"x{a}y{b}z", f"{a!r}", f"{a!s:>10}", f"{a!a}", f"{a:{b}}", f"{a:{b}.{b}f}x", f"{a=}", f"{a = !r}"
    f"{a}" "b" f"{b}" 'c'
    f"{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}"
    '%s' % (a,), '%s=%r %%' % (a, b), '%5s|%-5s|%.3s|%05s' % (a, b, a, b), '%d' % (a,), '%(x)s' % a, '%s %s' % (a,), '%s' % a
    return f'''{
        a
        + b
    }'''

def attributes(a):
    a.b, a.b.c.d
    a.b = a.c.d = 1
    del a.b, a.c.d

a: int
b: int = 1
c.d: int
c.d: int = 1
c[0]: int
c[0]: int = 1
(e): int
(f): int = 1
def annotated_locals():
    a: int
    b: int = 1
    c.d: x = 1
    c[0]: x
    (e): x
