import operator
inf = float('inf'); nan = float('nan')
def show(f, *a):
    try: r = f(*a)
    except Exception as e: return type(e).__name__ + ': ' + str(e)
    return repr(r)
vals = [0j, complex(-0.0, 0), complex(0, -0.0), 1+0j, 1j, -1j, 1+2j, -3.5+0.25j, 1e308+1e308j, 1e-308-1e-308j, complex(inf, 0), complex(nan, 1), 0.1+0.2j, complex(3, -4), complex(1e200, 1), 2, -1, 0, 0.5, -2.0, 10**20, True]
for name in ('add', 'sub', 'mul', 'truediv', 'eq', 'ne', 'pow', 'floordiv', 'mod', 'lt'):
    f = getattr(operator, name)
    for x in vals:
        for y in vals:
            if isinstance(x, complex) or isinstance(y, complex): print(name, x, y, show(f, x, y))
for x in vals:
    x = complex(x)
    print(x, -x, +x, show(abs, x) if x == x else '', bool(x), x.real, x.imag, x.conjugate(), x.__getnewargs__(), str(x), x.__complex__(), [show(operator.pow, x, n) for n in (0, 1, 2, 3, 7, -1, -2, 50, 100, 101, 0.5, -0.5, 1j, 2+3j, 1e10)])
    if x == x: print(hash(x))
for s in ['1', '1j', 'j', '+j', '-j', '1+2j', '1-2j', '1+j', '-1-j', ' 1+2j ', '( 1+2j )', '(1+2j', '1+2j)', '1 + 2j', '1+2', 'j1', '1j+2', '', ' ', '()', '1e5+2e-3j', '1e+5j', 'inf', 'infj', 'inf+infj', '-inf-nanj', 'nan', 'nanj', 'Infinity+1j', '1_0+2_0j', '1__0j', '.5j', '5.j', '1.5e3J', '1+-2j', '++1j', '1+2j3', '１+２j', '0x1', '1.2.3j', '-0-0j', '-0j', 'jj', 'e5j', '12e', '1e5', 'infinityj', '+nan-infj']:
    print(ascii(s), show(complex, s))
print(show(complex), show(complex, 1, 2), show(complex, 1.5), show(complex, 1j, 1j), show(complex, 1, 1j), show(complex, 1j, 2), show(complex, '1', 2), show(complex, 1, '2'), show(complex, []), show(complex, 1, []), show(lambda: complex(real=1, imag=2)), show(lambda: complex(imag=2)), show(lambda: complex(x=2)), show(complex, 1, 2, 3), show(complex, b'1'), show(complex, 10**400), show(complex, True, False), show(complex, None))
class A:
    def __complex__(self): return 1+2j
class B:
    def __float__(self): return 2.5
class D:
    def __index__(self): return 7
class E:
    def __complex__(self): return 5
print(complex(A()), complex(B()), complex(D()), show(complex, E()), complex(B(), D()), complex(A(), A()) if False else '', show(complex, 1, A()))
class C(complex):
    def __repr__(self): return 'C' + complex.__repr__(self)
c = C(1, 2); c.x = 3
print(c, c + c, type(c + c), -c, type(+c), c == 1+2j, hash(c) == hash(1+2j), c.x, complex(c), type(complex(c)), C('1+2j'), f'{c}', f'{c:.1f}', isinstance(c, complex), C(c))
print(1j + 1, 1 + 1j, 1.5 * 2j, 2j ** 2, 2 ** 2j, (1+2j).__add__('a'), (1+2j).__eq__('a'), (1+2j).__lt__(1j), 1j == 1j, 1j != 2j, 1+0j == 1, 1+0j == 1.0, complex(2**53) == 2**53 + 1, {1+0j: 'x'}[1], hash(3+0j) == hash(3), show(lambda: 1j < 2j), show(lambda: 1j // 2), show(lambda: 1j % 2), show(lambda: pow(1j, 2, 3)), show(lambda: int(1j)), show(lambda: float(1j)), show(lambda: divmod(1j, 1)), show(lambda: round(1j)), show(lambda: (1j).real.__class__))
for i in range(-20, 21):
    for j in range(-20, 21, 3):
        z = complex(i * 0.37, j * 1.13)
        print(z * z, z / (1 + 2j), show(operator.truediv, 1, z), abs(z), show(operator.pow, z, 0.3), show(operator.pow, z, 5), show(operator.pow, z, -3), show(operator.pow, z, 1 - 2j))
