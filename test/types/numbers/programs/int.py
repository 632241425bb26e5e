import operator
vals = [0, 1, -1, 2, -2, 3, -3, 7, -7, 10, 255, -256, 2**31-1, 2**31, 2**31+1, -2**31, -2**31-1, 2**32, 2**32-1, -2**32,
        2**52, 2**53-1, 2**53, 2**53+1, -2**53+1, -2**53, -2**53-1, 2**62, 2**63-1, 2**63, -2**63, -2**63-1, 2**64, 10**18, 10**30, -10**30, 3**100, True, False]
ops = ['add','sub','mul','floordiv','mod','truediv','and_','or_','xor','lt','le','eq','ne','gt','ge']
def show(f, *a):
    try: r = f(*a)
    except Exception as e: return type(e).__name__ + ': ' + str(e)
    return repr(r)
for name in ops:
    f = getattr(operator, name)
    for x in vals:
        print(name, x, ' '.join(show(f, x, y) for y in vals))
for x in vals:
    print('divmod', x, ' '.join(show(divmod, x, y) for y in vals))
    for n in [0, 1, 2, 5, 30, 31, 32, 33, 52, 53, 54, 63, 64, 65, 100, -1, True]:
        print('shift', x, n, show(operator.lshift, x, n), show(operator.rshift, x, n))
    for n in [0, 1, 2, 3, 5, 10, 20, 33, 60, -1, -2, -3, -10, True]:
        print('pow', x, n, show(pow, x, n))
    print('unary', -x, +x, ~int(x), abs(x), bool(x), hash(x), x.bit_length(), x.bit_count(), repr(x), str(x), bin(x), oct(x), hex(x),
          show(float, x), int(x), x.conjugate(), x.as_integer_ratio(), x.is_integer(), x.real, x.imag, x.numerator, x.denominator,
          x.__floor__(), x.__ceil__(), x.__trunc__(), x.__index__(), x.__getnewargs__(), x.__sizeof__())
    for nd in [0, 1, 2, -1, -2, -5, -15, -16, -20, -100]:
        print('round', x, nd, show(round, x, nd))
    for y in [0, 1, 2, 3, 10, 65537, 10**20, -1, -2]:
        print('powmod', x, y, ' '.join(show(pow, x, y, z) for z in [1, -1, 2, 3, 7, -7, 10, 97, 2**31-1, 10**9+7, 2**50-27, 2**53-1, 2**61-1, 2**89-1, 0, -10**20]))
print(show(operator.lshift, 1, 2**64), show(operator.lshift, 0, 2**64), show(operator.rshift, -1, 2**64), show(operator.lshift, 1, 2**70))
print(show(operator.truediv, 10**400, 3), show(operator.truediv, 1, 10**400), show(operator.truediv, 10**400, 10**399), show(float, 10**400), show(operator.truediv, -10**330, 10**20))
for i in range(0, 60):
    for d in (1, 3, 10**20, 7**50):
        print((2**i * 3**40 + 1) / d, (2**1000 + i) / (2**940 * d), (5**30) / (2**(1040 + i)), -(2**(53 + i) + 2**i) / 2**i)
for n in (2**1023, 2**1024 - 2**970, 2**1024 - 2**969, 2**1024 - 2**970 - 1, 2**54 + 1, 2**54 + 2, 2**54 + 3, 2**54 + 6):
    print(show(float, n))
for s in ['0', '-0', '  12  ', '+5', '- 5', '1_000', '1__0', '_1', '1_', '', ' ', '0x10', '0b1', '1e5', '１２３', '٣', '\t7\n', '\x1c8', '1\x00', 'é', '9' * 20, '0' * 30 + '5', 'abc', '²']:
    print(ascii(s), ascii(show(int, s)), ascii(show(int, s, 0)), ascii(show(int, s, 16)), ascii(show(int, s, 36)), ascii(show(int, s.encode('utf-8'))))
for s in ['0x1F', '0X1f', '0x_1f', '0x', '0o17', '0b101', '0b_1_0', '0b2', '00', '0_0', '01', '-0x10', '+0b11', '0x1_', 'z', 'Zz', '1010', '12_34']:
    print(s, [show(int, s, b) for b in (0, 2, 8, 10, 16, 36, 3, 7, 11)])
for b in (1, 37, -1, 2**100, 'x', 10.0):
    print(show(int, '10', b))
print(show(int, 5, 10), show(int, b'12', 16), show(int, bytearray(b'12'), 16), show(int, [1]), show(int, None), show(int, 3.99), show(int, -3.99), show(int, 1e300), show(int, float('nan')), show(int, float('-inf')))
print(show(int, '1' * 5000)[:200], show(str, 10**4300), show(lambda: len(str(10**4299))), show(int, '1' * 300 + 'x'), show(lambda: len(hex(10**5000))), show(int, 'z' * 2000, 36)[:50])
for n in (0, 1, 127, 128, 255, 256, 65535, -1, -128, -129, 2**64, -2**63):
    for ln in (0, 1, 2, 8, 9):
        for bo in ('big', 'little'):
            print(n, ln, bo, show(n.to_bytes, ln, bo), show(lambda: n.to_bytes(ln, bo, signed=True)))
for b in (b'', b'\x00', b'\xff', b'\x01\x02\x03', b'\xff' * 8, b'\x80' + b'\x00' * 15, [1, 2, 3], bytearray(b'ab'), (255, 0)):
    print(int.from_bytes(b), int.from_bytes(b, 'little'), int.from_bytes(b, signed=True), int.from_bytes(b, 'little', signed=True))
print(show(int.from_bytes, 5), show(int.from_bytes, 'a'), show(int.from_bytes, b'a', 'x'), show((5).to_bytes, 1, 'x'), show((5).to_bytes, -1, 'big'), show((5).to_bytes, 1, 3), show((300).to_bytes))
class I(int):
    def __repr__(self): return 'I(' + int.__repr__(self) + ')'
a = I(5); b = I('7'); c = I.from_bytes(b'\x01\x00')
print(a, b, c, a + b, type(a + b), -a, type(-a), type(+a), hash(a) == hash(5), a == 5, {5: 1}[a], int(a), type(int(a)), a.__index__(), isinstance(a, int), f'{a}', f'{a:d}', '%d' % a, I(2**70) + 1, round(a), type(round(a)), a.real, type(a.real))
print(True + True, True & 1, True & True, True | False, True ^ True, ~True if False else '', type(True & 1), bool('x'), bool([]), bool(0.0), show(bool, 1, 2), repr(True), str(False), True.__int__(), True.real, hash(True), f'{True}', f'{True:d}', f'{True:5}', int.__repr__(True), True.bit_length(), (True).__xor__(3), False.__or__(4))
print((5).__add__('a'), (5).__add__(2.0), (5).__eq__(5.0), (5).__pow__(2, 3), (5).__pow__(2, None), (5).__rpow__(2), (5).__pow__(-1), (5).__pow__(2, 3.0), (5).__rsub__(3), (7).__rdivmod__(3), (3).__rlshift__(1), show((3).__lshift__, -1))
print(show(lambda: 1 + 'a'), show(lambda: 'a' * 1.5), show(lambda: 1 < 'a'), show(lambda: pow(2, 3, 'x')), show(lambda: pow(2, 'x')), show(lambda: (1).foo), show(lambda: ~1.5), show(lambda: 1.5 & 1), show(lambda: 1 @ 2), show(lambda: (5).bit_length(1)), show(lambda: int(x=5)), show(lambda: int.__new__(bool)), show(lambda: int.__new__()), show(lambda: int.__new__(5)), show(lambda: int.__new__(str)), show(lambda: (5).__round__(None)), show(lambda: (5).__round__('a')), show(lambda: (5).__format__(1)))
class T:
    def __int__(self): return 42
class U:
    def __index__(self): return 43
class V:
    def __int__(self): return 'x'
print(int(T()), int(U()), show(int, V()), show(lambda: '%d' % T()), hex(U()), show(hex, T()), [10, 20][True], show(lambda: pow(2, U())), round(12345, -U() + 41) if False else '', show(round, 15, U()))
print((-7) // 2, -7 % 2, 7 // -2, 7 % -2, -7 % 3, 0 // 5, 0 // -5, 0 % -5, 0 / -5, -0, 2**53 // 3, -(2**53) // 3, (2**53 - 1) // -1, -(2**53 - 1) // 1)
import sys
print(sys.get_int_max_str_digits() if hasattr(sys, 'get_int_max_str_digits') else 4300)
