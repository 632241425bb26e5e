import operator
inf = float('inf'); nan = float('nan')
vals = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, 3.0, 7.0, -7.0, 0.1, 1/3, 1e16, 1e-5, 123456789.123, 2.0**31, 2.0**53, -2.0**53, 2.0**53+2, 2.0**63, 1e22, 1e100, 1e308, 1.7976931348623157e308,
        -1e308, 5e-324, -5e-324, 2.2250738585072014e-308, 1e-310, inf, -inf, nan, 1, -3, 0, 2**53+1, 2**53-1, 2**63, -2**64+1, 10**30, True, 3**100]
def show(f, *a):
    try: r = f(*a)
    except Exception as e: return type(e).__name__ + ': ' + str(e)
    return repr(r)
ops = ['add','sub','mul','floordiv','mod','truediv','lt','le','eq','ne','gt','ge','pow']
for name in ops:
    f = getattr(operator, name)
    for x in vals:
        if isinstance(x, int): continue
        for y in vals:
            print(name, x, y, show(f, x, y), show(f, y, x))
for x in vals:
    if isinstance(x, int): continue
    for y in vals:
        print('divmod', x, y, show(divmod, x, y), show(divmod, y, x))
    print('unary', -x, +x, abs(x), bool(x), repr(x), str(x), x.hex(), show(int, x), show(round, x), show(x.as_integer_ratio), x.is_integer(), show(x.__floor__), show(x.__ceil__), show(x.__trunc__), x.real, x.imag, x.conjugate(), x.__getnewargs__())
    if x == x: print(hash(x))
    for nd in range(-310, 330, 7): print('round', x, nd, show(round, x, nd))
    for nd in range(-3, 20): print('round', x, nd, show(round, x, nd))
for x in [0.5, 1.5, 2.5, 0.125, 0.375, 2.675, 1.005, 0.15, 0.25, 0.35, 1e15+0.5, 1234567.5, 5e-324, 123456789012345.678, 4.35, 9.995, 99.5, 999.5, 0.045]:
    for nd in (-2, -1, 0, 1, 2, 3, 5): print(x, nd, round(x, nd), round(-x, nd))
for s in ['0', '-0', '1', '1.', '.5', '.', '1e5', '1E-5', '1e', 'e5', '+1.5', '--1', ' 1.5 ', '1_000.5', '1__0', '_1', '1_', '1_.5', '1._5', '1e_5', '1e5_0', 'inf', '-inf', 'Infinity', 'INFINITY', '+nan', 'nan', '-NaN', 'infi', 'in', '0x10', '1e400', '-1e400', '1e-400', '123456789012345678901234567890', '0.1' + '0' * 50 + '1', '２.５', '\t1\n', '1 2', '', ' ', '4.9e-324', '2.4703282292062327e-324', '2.4703282292062328e-324', '1.7976931348623158e308', '1.7976931348623159e308', '9007199254740993', '0.500000000000000166533453693773481063544750213623046875', '1,5', '1\x00']:
    print(ascii(s), show(float, s), show(float, s.encode()))
print(show(float), show(float, []), show(float, None), show(float, 10**400), show(float, 1j), show(float, 1, 2), show(lambda: float(x=1)), show(float, bytearray(b'1.5')))
for s in ['0x1p0', '0x1.8p3', '-0x1.fp-2', '1.8', '0x.8', '.8p1', '0x', '0x.p1', 'inf', '-nan', 'infinity', '0x1p1024', '0x1.fffffffffffff8p1023', '0x1.fffffffffffff7p1023', '0x1p-1074', '0x1p-1075', '0x1.8p-1075', '0x1.0000000000001p-1075', '0x1p-99999999999', '0x1p99999999999', '0x0p99999999999', ' 0x1p1 ', '0x1 p1', 'p1', '0x1p', '0X1P+1', '0x1.00000000000008p0', '0x1.00000000000018p0', '0x123456789abcdef12', 'abc', 'xyz', '+0x1p0', '0x1.8p1_0']:
    print(s, show(float.fromhex, s))
for x in vals: print(float(x).hex() if not isinstance(x, int) or x < 2**1000 else '')
class F(float):
    def __repr__(self): return 'F(' + float.__repr__(self) + ')'
a = F(2.5); b = F('1e3'); c = F.fromhex('0x1p3'); d = F(7)
print(a, b, c, d, a + b, type(a + b), -a, type(+a), type(abs(a)), a == 2.5, hash(a) == hash(2.5), float(a), type(float(a)), f'{a}', f'{a:.2f}', '%.1f' % a, isinstance(a, float), type(c), round(a), a.real, type(a.real), a.conjugate(), str(a))
a.x = 5; print(a.x, a.__dict__)
print((1.5).__add__('a'), (1.5).__eq__('a'), (1.5).__radd__(2), (2.0).__pow__(3), (2.0).__rpow__(3), show((2.0).__pow__, 3, 5), (1.5).__lt__(2), (1.5).__rfloordiv__(10), (1.5).__divmod__('a'))
print(show(lambda: 1.5 + 'a'), show(lambda: 1.5 < 'a'), show(lambda: 1.5 // None), show(lambda: 1.5 << 2), show(lambda: ~1.5), show(lambda: (1.5).foo), show(lambda: (1.5).hex(1)), show(lambda: (1.5).__round__('a')), show(lambda: (1.5).__format__(3)), show(lambda: float.fromhex(3)), show(lambda: float.__getformat__('x')), float.__getformat__('float'), show(lambda: float.__new__(int)), show(lambda: 1e308 * 10), show(lambda: 1e200 ** 2), show(lambda: (-8.0) ** (1/3)), show(lambda: (-8) ** 0.5), show(lambda: 10.0 ** 400), show(lambda: 10 ** -400), show(lambda: 10 ** 400.0), show(lambda: (10**400) ** -1))
class V:
    def __float__(self): return 1.25
class W:
    def __float__(self): return 'x'
class X:
    def __index__(self): return 7
print(float(V()), show(float, W()), float(X()), show(lambda: 1.5 + V()))
print({1: 'a', 1.0: 'b', True: 'c'}, {2.5: 1}[2.5], 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53, {2.0**60: 1}[2**60], 1.0 in [1], nan in [nan], nan == nan, sorted([3, 1.5, 2, 0.5]), max(1, 1.0), min(1.0, 1), sum([0.1] * 10), sum([1, 0.5, 2]), 10**22 == 1e22, 10**23 == 1e23, 10**23 > 1e23)
for e in range(-330, 310, 1): print(float('1e%d' % e), float('9.995e%d' % e), float('1.2345678901234567e%d' % e))
for i in range(200): print(3.0 ** i, 0.1 * i, i / 7, 1.1 ** i, 7.0 ** -i, i ** 0.5, i ** 1.5, (i + 0.5) ** 2)
