from fractions import Fraction as F
import math
print(F(16, -10), F(123), F(), F('3/7'), F(' -3/7 '), F('1.414213 \t\n'), F('-.125'), F('7e-6'), F(2.25), F(1.1), repr(F(1, 3)))
a, b = F(1, 2), F(3, 4)
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** 2, 2 ** a, a ** b, -a, abs(-a), a < b, a == 0.5, a + 1, 1.5 + a, a + 1j, divmod(b, a), round(F(7, 2)), round(F(22, 7), 2))
print(F('3.1415926535897932').limit_denominator(1000), F(math.pi).limit_denominator(10), math.floor(F(355, 113)), math.ceil(b), int(F(7, 2)), float(b), hash(F(1, 2)) == hash(0.5), hash(F(3)) == hash(3), bool(F(0)))
print(a.numerator, a.denominator, F.from_float(0.3), F(4).is_integer(), b.as_integer_ratio(), f'{F(1, 3):.5f} {F(22, 7):>10.2f} {F(1000000, 7):,.1f} {F(1, 3):e} {F(1,3):g} {F(3,4):>8}')
for bad in ['1/0', 'x', '3//4']:
    try: print(F(bad))
    except Exception as e: print(type(e).__name__, e)
try: F(1, 0)
except ZeroDivisionError as e: print(e)
try: F(1.5, 2)
except TypeError as e: print(e)
print(sum([F(1, n) for n in range(1, 20)]), max(a, b), sorted([b, a, F(5, 8)]), F(3, 2).__reduce__(), isinstance(a, __import__('numbers').Rational))
