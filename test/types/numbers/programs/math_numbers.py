import math
from math import *
inf = float('inf'); nan = float('nan')
def show(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: return type(e).__name__ + ': ' + str(e)
    return repr(r)
one = 'acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs floor frexp gamma isfinite isinf isnan lgamma log log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp factorial isqrt'.split()
two = 'atan2 copysign fmod pow remainder nextafter hypot ldexp log gcd lcm comb perm'.split()
vals = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, 3.7, -3.7, 10.0, 170.5, 171.7, -170.5, 710.0, -746.0, 1024.0, 1e-320, 5e-324, -5e-324, 2.2250738585072014e-308, 1e-10, 1e10, 1e22, 1e300, -1e300, 1.7976931348623157e308, inf, -inf, nan, 0, 1, 2, 5, -3, 20, 25, 10**20, 10**400, True, 'x', None, 1j]
for n in one:
    f = getattr(math, n)
    for v in vals:
        if n == 'factorial' and isinstance(v, int) and v > 10**6: continue
        print(n, v if not isinstance(v, int) or v < 10**300 else 'big', show(f, v))
for n in two:
    f = getattr(math, n)
    for x in vals:
        for y in vals:
            if n in ('comb', 'perm') and any(isinstance(v, int) and v > 10**6 for v in (x, y)): continue
            print(n, 'b' if isinstance(x, int) and x > 10**300 else x, 'b' if isinstance(y, int) and y > 10**300 else y, show(f, x, y))
for n in range(0, 60): print(factorial(n), [comb(n, k) for k in range(n + 2)], [perm(n, k) for k in range(n + 2)])
for n in (100, 1000, 5000): print(hash(factorial(n)), hash(comb(n, n // 3)), hash(perm(n, n // 3)))
print(comb(10**20, 3), perm(10**20, 3), comb(2**63, 2**63 - 2), show(comb, 10**30, 10**25), show(perm, 10**30, 10**25), perm(5), perm(5, None), show(perm, 5.0), show(comb, 5, 2.0), show(perm, -1), comb(2**53, 2), comb(62, 31), comb(67, 33), comb(68, 34))
for n in [0, 1, 2, 3, 4, 8, 9, 2**52, 2**53 - 1, 2**53, 94906265**2, 94906266**2 - 1, 94906266**2, 2**64 - 1, 2**64, 10**40, 10**40 - 1, (10**50 + 7)**2, (10**50 + 7)**2 - 1, 3**500]: print(isqrt(n))
print(gcd(), gcd(12), gcd(12, 18, 27), gcd(0, 0), gcd(-12, 18), gcd(10**30, 6**40), lcm(), lcm(4, 6), lcm(0, 5), lcm(-4, 6), lcm(10**20, 15), show(gcd, 1.5), show(lcm, 'a'))
print(fsum([]), fsum([0.1] * 10), fsum([1e100, 1.0, -1e100]), fsum([1e308, 1e308, -1e308]) if False else '', show(fsum, [1e308, 1e308]), show(fsum, [inf, -inf]), show(fsum, [inf, 1]), show(fsum, [nan, 1]), show(fsum, ['a']), fsum(range(10)), fsum([1, 1e-16, 1e-32] * 100), fsum([2.0**53, 1.0, 2.0**-100]), fsum([2.0**53, -0.5, -2.0**-54]), fsum([-0.0, -0.0]))
print(hypot(), hypot(3), hypot(-3), hypot(3, 4), hypot(1, 2, 3), hypot(inf, nan), hypot(nan, 1), hypot(1e308, 1e308), hypot(1e-320, 1e-320), hypot(5e-324, 5e-324), hypot(*[1] * 100), dist((1, 2), (4, 6)), dist([1, 2, 3], [1.5, 2.5, 3.5]), show(dist, (1,), (1, 2)), dist((), ()), show(dist, 1, 2), show(hypot, 'a'))
print(prod([]), prod([1, 2, 3]), prod([1.5, 2]), prod([2, 3], start=5), prod([10**20, 10**20]), show(prod, ['a', 2]), show(prod, 5), prod([2.0, 3, 10**20]), prod((True, 4)))
print(sumprod([1, 2, 3], [4, 5, 6]), sumprod([1.5, 2], [2, 3.5]), sumprod([], []), show(sumprod, [1], [1, 2]), sumprod([10**20, 1], [10**20, 2]), sumprod([0.1] * 10, [3.0] * 10), sumprod([1e308, 1e308], [10.0, -10.0]), sumprod([1e100, 1.0, -1e100], [1.0, 1.0, 1.0]), sumprod([1, 0.5, 2], [3, 4, 5]), sumprod([True, False], [2.5, 3.5]), show(sumprod, ['a'], [2]), sumprod([inf, 1.0], [1.0, 1.0]), sumprod([2**62, 2**62], [2, 2]), sumprod([1j, 2], [3, 4]))
print(isclose(1, 1 + 1e-10), isclose(1, 1.1), isclose(1, 1.1, rel_tol=0.2), isclose(0, 1e-10), isclose(0, 1e-10, abs_tol=1e-9), isclose(inf, inf), isclose(inf, -inf), isclose(nan, nan), show(isclose, 1, 1, rel_tol=-1), isclose(a=1, b=1), show(isclose, 1))
print(nextafter(1, 2), nextafter(1, 0), nextafter(0, 1), nextafter(-0.0, 0.0), nextafter(0.0, -0.0), nextafter(inf, 0), nextafter(1.7976931348623157e308, inf), nextafter(5e-324, 0), nextafter(-5e-324, 0), nextafter(1, 2, steps=10), nextafter(1, -1, steps=10**20), nextafter(1, 1, steps=5), show(nextafter, 1, 2, steps=-1), nextafter(-1, 1, steps=2**62), nextafter(5e-324, -1, steps=1), nextafter(-5e-324, 1, steps=1), nextafter(5e-324, -1, steps=3), nextafter(nan, 1), nextafter(1, nan, steps=2), nextafter(1, 2, steps=0))
print(ldexp(1.5, 3), ldexp(1, -1074), ldexp(1, -1075), ldexp(1.5, -1075), ldexp(3, -1075), show(ldexp, 1, 1024), show(ldexp, 1.0, 10**30), ldexp(1.0, -10**30), ldexp(0.0, 10**30), ldexp(inf, 5), ldexp(5e-324, 1074), ldexp(0.7, -1060), show(ldexp, 1, 1.5), ldexp(1.7976931348623157e308, -2000))
print(fma(2, 3, 4), fma(0.1, 10, -1), fma(1e308, 10, -1e308) if False else '', show(fma, 1e308, 10, -1e308), show(fma, inf, 0, 1), show(fma, inf, 1, -inf), fma(inf, 1, 1), fma(nan, 1, 1), fma(1, 1, inf), show(fma, 1e308, 1e308, -inf), fma(5e-324, 0.5, 0), fma(5e-324, 0.5, 5e-324), fma(-0.0, 1, 0), fma(-0.0, 1, -0.0), fma(1, -1, 1), fma(1e-200, 1e-200, 0.0), fma(-1e-200, 1e-200, 0.0), fma(1 + 2**-52, 1 + 2**-52, -1), fma(2.0**53, 1, 0.5), fma(2.0**53 + 2, 1, -0.5), fma(0.0, 5, -0.0), fma(-1e-300, 1e-300, -0.0), fma(1e-160, 1e-160, 5e-324))
print(log(10**400), log(2**5000, 2), log2(2**5000), log10(10**1000), log(100, 10), log(8, 2), log(2, 10), show(log, 2, 1), show(log, 2, 0), show(log, 0), show(log, -1), show(log, 10**400, 0), log(inf), show(log, 'a'), show(log), show(log, 1, 2, 3), log(True), log(2**64 + 1), log(3**1000, 3), log2(3), log10(2), log(0.5, 0.25), show(log, -10**400))
print(floor(1.5), ceil(1.5), trunc(-1.5), floor(-1.5), floor(1e300), floor(5), ceil(2**70), show(floor, inf), show(ceil, nan), show(trunc, 'a'), floor(True), trunc(10**30))
class F:
    def __floor__(self): return 'fl'
    def __ceil__(self): return 'ce'
    def __trunc__(self): return 'tr'
    def __float__(self): return 2.25
    def __index__(self): return 6
print(floor(F()), ceil(F()), trunc(F()), sqrt(F()), factorial(F()), gcd(F(), 4), pow(F(), 2), isqrt(F()), hypot(F(), 3), comb(F(), 2))
print(pi, e, tau, inf, nan, degrees(pi), radians(180), math.__name__, show(lambda: math.foo), show(sin), show(sin, 1, 2), show(lambda: sin(x=1)), show(gcd, a=1))
for i in range(-50, 51):
    x = i / 7
    print(x, sin(x), cos(x), tan(x), atan(x), exp(x), sinh(x), cosh(x), tanh(x), asinh(x), erf(x), erfc(x), expm1(x), exp2(x), show(gamma, x), show(lgamma, x), cbrt(x), atan2(x, 2), hypot(x, 1.5), fmod(x, 1.3), remainder(x, 1.3), modf(x), frexp(x), degrees(x), ulp(x), show(log, abs(x)), show(log1p, x), show(asin, x / 8), show(acos, x / 8), show(atanh, x / 8), show(acosh, x), show(sqrt, x))
