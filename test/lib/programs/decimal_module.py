from decimal import *
import decimal, math, pickle, copy
from fractions import Fraction
print(getcontext()); D = Decimal
print(D(10), D('3.14'), D(3.14), D((0, (3, 1, 4), -2)), D(str(2.0 ** 0.5)), D(2) ** D('0.5'), D('NaN'), D('-Infinity'), D(' 1_000.5\n'), D('sNaN12'), D('.5'), D('5.'), D('1E+3'), D('-0'), repr(D('1e-10')), D(True))
getcontext().prec = 6; print(D('3.0'), D('3.1415926535'), D('3.1415926535') + D('2.7182818285'))
getcontext().rounding = ROUND_UP; print(D('3.1415926535') + D('2.7182818285')); getcontext().rounding = ROUND_HALF_EVEN; getcontext().prec = 28
data = list(map(D, '1.34 1.87 3.45 2.35 1.00 0.03 9.25'.split())); print(max(data), min(data), sorted(data), sum(data), data[0] * 5 + data[1], data[2] / data[5], data[2] % data[5], data[2] // data[5], divmod(D(7), D('1.5')), -D(5) % 3, D(-7) // 2)
print(str(data[0]), float(data[0]), round(data[0], 1), int(data[0]), D(2).sqrt(), D(1).exp(), D('10').ln(), D('10').log10(), D('123.456').ln(), D('0.1').exp(), D('7.325').quantize(D('.01'), rounding=ROUND_DOWN), D('7.325').quantize(D('1.'), rounding=ROUND_UP), D('2.5').quantize(D(1)), D('-3.5').to_integral_value(), D('100').normalize(), D('1.200').normalize())
print(D(1) / 7, D(42) / 0 if False else '', D('1e400') * D('1e400'), D(2) ** 100, D('1.1') ** 10, D(2) ** -3, D('0.5') ** D('0.5'), D(3) ** D('2.5'), D(10) ** -5, pow(D(3), 200, 7), D(-2) ** 3, D('1.5') ** 2, D('1e-3') ** 3)
for bad in [lambda: D(42) / D(0), lambda: D(0) / 0, lambda: D('abc'), lambda: D(-1).sqrt(), lambda: D('Inf') - D('Inf'), lambda: D(1) < D('NaN'), lambda: D('sNaN') + 1, lambda: D(1.5) + 1.5, lambda: D([1]), lambda: int(D('NaN')), lambda: int(D('inf')), lambda: D(0) ** 0, lambda: D(1) // 0, lambda: D(1) % 0, lambda: D('1e999999') * 10, lambda: hash(D('sNaN')), lambda: D('123456789').quantize(D('1e-25')), lambda: D((0, (1, 10), 2)), lambda: D(5).foo, lambda: D(-8) ** D('0.5'), lambda: Context(prec=0), lambda: Context(rounding='x'), lambda: D('1') + '2', lambda: D(None), lambda: format(D(1), 'd'), lambda: round(D('inf')), lambda: D(10) ** 1000000000]:
    try: print(bad())
    except Exception as e: print(type(e).__module__, type(e).__name__, e)
print(D(1) == 1.0, D('1.1') == 1.1, D('0.5') == Fraction(1, 2), D(2) > 1, 1 < D(2), D('1.5') == 1.5, hash(D('0.5')) == hash(0.5), hash(D(3)) == hash(3), hash(D('1e20')) == hash(10 ** 20), D('NaN') == D('NaN'), D('1.0') == D('1.00'), {D(1): 'a'}[1], D(3) == 'x', D('inf') > 10 ** 100, D(1) <= Fraction(3, 2), D('-inf') < -1.5)
for spec in ['', '.2f', '10.3f', '<12', '^12.1f', '+.3e', ',.2f', '%', '.1%', 'e', 'g', '.3g', '010.2f', '*>10', 'E', '.0f', '+', ' ', 'z.1f', '012,.2f', 'n', '.10', '>+9.2f']: print(spec, '|'.join(format(D(x), spec) for x in ['1234567.891', '-0.000012345', '0', '1E+10', '-0.04', 'NaN', '-Infinity']))
print(f'{D("3.14159"):.3}', '%s' % D('1.50'), '%.2f' % D('2.675'), '{:,}'.format(D('1234567.89')))
ctx = Context(prec=5, rounding=ROUND_HALF_DOWN); print(ctx.create_decimal('3.14159265'), ctx.divide(1, 3), ctx.sqrt(2), ctx.power(2, 10), ctx, ctx.add(D('1.23456'), 1), ctx.Etiny(), ctx.Etop(), ctx.flags[Inexact], ctx.to_sci_string(D('1e9')), ctx.minus(D('1.234567')), ctx.plus(-0), ctx.abs(-3), ctx.quantize(D('2.17'), D('0.1')))
with localcontext() as c: c.prec = 42; print(D(1) / 7, c.prec)
with localcontext(prec=3, rounding=ROUND_CEILING): print(D(1) / 3)
print(getcontext().prec, D(1) / 7); c = ExtendedContext.copy(); setcontext(c); print(D(42) / 0, D(0) / 0, D('x'), getcontext().flags[DivisionByZero], getcontext()); c.clear_flags(); print(getcontext().flags == Context().flags); setcontext(DefaultContext); print(BasicContext)
print(D('-3.14').as_tuple(), D('3.14').as_integer_ratio(), D('1e3').as_tuple(), D('123.4').adjusted(), D('5').copy_sign(D('-1')), D('1.23').compare(D('2')), D('1.0').compare_total(D('1.00')), D(7).max(3), D(7).min(D('NaN')), D('1.5').next_plus(), D('1.5').next_minus(), D(1).next_toward(2), D('12').scaleb(3), D('123').shift(1), D('123').rotate(-1), D('1e5').to_eng_string(), D('1.23E+5').to_eng_string(), D('10').logb(), D(3).fma(2, 4), D('18').remainder_near(10), D('1.0').same_quantum(D('2.0')), D(0).number_class(), D('-inf').number_class(), D('101').logical_and(D('110')), D('5').is_signed(), D('1E-999999').is_subnormal(), D(1).is_normal())
print(D('2.5').__floor__(), math.floor(D('-2.5')), math.ceil(D('2.1')), math.trunc(D('-2.9')), round(D('2.5')), round(D('3.5')), round(D('123.456'), -1), abs(D('-1.20')), -D('0'), +D('-0'), bool(D('0.00')), complex(D('1.5')), D('1.5').real, D.from_float(0.1), D.from_float(-0.0), D(5).conjugate())
print(pickle.loads(pickle.dumps(D('1.5'))), copy.deepcopy(D(1)), copy.copy(D('2')), isinstance(D(1), __import__('numbers').Number), sum([D('0.1')] * 10), D('0.1') + D('0.1') + D('0.1') - D('0.3'), 0.1 + 0.2)
class MyD(Decimal):
    def __repr__(self): return f'MyD({self})'
print(MyD('1.5'), [MyD(2)], MyD(2) + 1, type(MyD(2) + 1))
for mode in [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]: print(mode, [str(D(x).quantize(D('1'), rounding=mode)) for x in ['1.1', '-1.1', '1.5', '-1.5', '2.5', '-2.5', '0.5', '5.1', '1.9']])
getcontext().traps[FloatOperation] = True
try: D(1.5)
except FloatOperation as e: print(e)
try: D(1) < 1.5
except FloatOperation as e: print(e)
print(D(1) == 1.0); getcontext().traps[FloatOperation] = False; getcontext().traps[Inexact] = True
try: D(1) / 3
except Inexact as e: print(type(e), e)
getcontext().traps[Inexact] = False
def pi():
    getcontext().prec += 2; three = D(3); lasts, t, s, n, na, d, da = 0, three, 3, 1, 0, 0, 24
    while s != lasts: lasts = s; n, na = n + na, na + 8; d, da = d + da, da + 32; t = (t * n) / d; s += t
    getcontext().prec -= 2; return +s
print(pi()); getcontext().prec = 50; print(D(2).sqrt(), D(2).ln(), D(2).exp(), D(2).log10(), D(2) ** D('0.3333'), D('1e-30').exp(), D('1e30').ln(), D('99999.999').log10(), D(1000).log10(), D('0.999999').ln(), D('12345.678').sqrt(), D(144).sqrt(), D('1.0000001') ** 1000, D('700').exp(), D('-700').exp())
