import cmath, math
inf = float('inf'); nan = float('nan')
def show(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: return type(e).__name__ + ': ' + str(e)
    return repr(r)
fs = 'acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh phase polar isfinite isinf isnan'.split()
R = [-inf, -1e308, -1e200, -710.0, -2.3, -1.0, -0.5, -1e-310, -0.0, 0.0, 5e-324, 1e-160, 0.3, 1.0, 1.5, 3.0, 709.5, 1e160, 1.7e308, inf, nan]
for n in fs:
    f = getattr(cmath, n)
    for x in R:
        for y in R: print(n, x, y, show(f, complex(x, y)))
for x in R:
    for y in R: print('rect', x, y, show(cmath.rect, x, y))
for i in range(-12, 13):
    for j in range(-12, 13, 2):
        z = complex(i * 0.31, j * 0.27)
        print(z, *[show(getattr(cmath, n), z) for n in fs])
print(show(cmath.log, 2, 10), show(cmath.log, 1j, 2), show(cmath.log, 0), show(cmath.log, 2, 0), show(cmath.log, 2, 1), show(cmath.log, -1), show(cmath.log, 'a'), show(cmath.sqrt, -1), show(cmath.sqrt, 'x'), show(cmath.sqrt, 2), show(cmath.sqrt, True), show(cmath.exp, 10**400))
print(cmath.isclose(1 + 1j, 1 + 1.0000000001j), cmath.isclose(1, 1.1), cmath.isclose(1j, 2j, rel_tol=0.6), cmath.isclose(0, 1e-12, abs_tol=1e-9), show(cmath.isclose, 1, 1, rel_tol=-1), cmath.isclose(inf, inf), cmath.isclose(complex(inf, 1), complex(inf, 2)))
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj, show(cmath.polar, complex(1e308, 1e308)), show(cmath.rect, 'a', 1), show(cmath.phase, -1), show(cmath.phase, complex(-1, -0.0)))
class A:
    def __complex__(self): return 1 + 2j
class B:
    def __float__(self): return 4.0
class D:
    def __index__(self): return 9
print(cmath.sqrt(A()), cmath.sqrt(B()), cmath.sqrt(D()))
