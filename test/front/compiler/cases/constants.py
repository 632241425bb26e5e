x = (1 + 2, 3 * 4, 7 - 10, 2 ** 10, 2 ** -1, 7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 / 2, 1 / 3, 1 << 10, 1024 >> 3, 5 | 2, 5 & 4, 5 ^ 1)
x = (1.5 + 2, 1.5 * 2, 1.5 - 0.5, 3.0 // 2, -3.0 // 2, 3.5 % 2, -3.5 % 2, 1.0 / 3, 2.0 ** 10, 10.0 ** 3, 1e308 * 10, -0.0, 0.0)
x = (1j * 2, 1 + 2j, 1 - 2j, 1j * 1j, 1j / 2, -1j, 2j ** 2, 1j ** -1)
x = ("a" + "b", "ab" * 3, 3 * "ab", b"a" + b"b", b"a" * 2, (1, 2) + (3,), (1,) * 3)
x = (-1, +1, ~1, not 1, not 0, not "", not None, -1.5, +True, -True, ~5)
x = ("abc"[1], "abc"[-1], b"abc"[0], (1, 2, 3)[2], "é€😀"[1])
x = (True + True, True & False, True | False, True ^ True, True & 1)
x = 1 / 0
x = 1 % 0
x = "a" + 1
x = "abc"[10]
x = 2 ** 1000
x = "a" * 10000
x = (1,) * 1000
x = 1 << 1000
x = 2 ** 100
x = 10 ** 20 // 3
x = 10 ** 20 / 3
x = -10 ** 20 % 7
x = 12345678901234567890 * 98765432109876543210
x = 0xffffffffffffffff & 0xffff
x = 9007199254740993 + 0.0
x = 1, 1.0, True, 0.0, -0.0, 0, False
x = a in [1, 2, 3]
x = a in {1, 2, 3}
x = a not in [1, b]
x = a in (1, 2)
x = a in {1, b}
x = [1, 2, 3]
x = not a is b
x = not (a == b)
"not a docstring"
x = ...
x = None
x = __debug__
x = (1, 2, "x")[0] + 5
x = -(1 + 2)
x = (1 if 1 else 2)
x = "a" "b"
def f():
    "a" + "b"
    return 1
def g():
    return not 1, 1 and 2, 0 or 3, 0 and x, 1 or x
def h():
    if 1 == 1: a
    if not 0: b
    while 0: c
    while not 1: d
    if 1 and x: e
    if 0 or x: e
    assert 1
    return (1, 2), (1, 2)
