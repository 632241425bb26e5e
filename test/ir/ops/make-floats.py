# Writes floats.json: what Python 3.13 answers for the float rows of the op table.
# Run: PYENV_VERSION=3.13.0 python3.13 test/ir/ops/make-floats.py
import json, math, os

MAX = 2**53 - 1
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.0, -2.0, 3.0, 7.25, -7.25, 0.1, 1e-5, 1e16, -1e16, 1e300, -1e300,
    2.0**53, 2.0**53 + 2,
          -(2.0**53), float(MAX), -float(MAX), 5e-324, -5e-324, 2.2250738585072014e-308, 1.7976931348623157e308,
          math.inf, -math.inf, math.nan]
INTS = [0, 1, -1, 2, -2, 3, 7, -7, 10, 0x7fffffff, -0x80000000, 0x123456789abcd, -0x123456789abcd, MAX, -MAX]

def text(v):
    if isinstance(v, bool): return str(v).lower()
    if isinstance(v, int): return str(v)
    return 'nan' if math.isnan(v) else 'inf' if v == math.inf else '-inf' if v == -math.inf else repr(v)

TWO = {
    'float_add': lambda a, b: a + b, 'float_sub': lambda a, b: a - b, 'float_mul': lambda a, b: a * b,
    'float_div': lambda a, b: a / b,
    'float_mod': lambda a, b: a % b, 'float_floordiv': lambda a, b: a // b,
    'float_lt': lambda a, b: a < b, 'float_le': lambda a, b: a <= b, 'float_eq': lambda a, b: a == b,
    'float_ne': lambda a, b: a != b, 'float_gt': lambda a, b: a > b, 'float_ge': lambda a, b: a >= b,
}
ONE = {'float_neg': lambda a: -a, 'float_abs': abs, 'float_sqrt': math.sqrt,
    'float_floor': lambda a: math.copysign(float(math.floor(a)), a), 'float_trunc': math.trunc,
    'float_square': lambda a: a ** 2.0}
rows = []
def add(op, f, *args):
    try: rows.append([op, [text(a) for a in args], text(f(*args))])
    except (ZeroDivisionError, ValueError, OverflowError): pass
for op, f in TWO.items():
    for a in FLOATS:
        for b in FLOATS: add(op, f, a, b)
MORE = [1.1, 3.3333333333333335, 0.30000000000000004, 123.456, 98765.4321, 1e-160, 7.7e149, -2.2360679774997896,
    1.4142135623730951]
for op, f in ONE.items():
    for a in FLOATS + (MORE if op in ('float_square', 'float_sqrt') else []):
        if op == 'float_trunc' and not abs(a) < MAX: continue
        if op == 'float_square' and not a * a < 1e300: continue
        add(op, f, a)
for a in INTS:
    add('int_to_float', float, a)
    for b in INTS: add('int_truediv', lambda x, y: x / y, a, b)
with open(os.path.join(os.path.dirname(__file__), 'floats.json'), 'w') as out:
    out.write('[\n' + ',\n'.join(json.dumps(r) for r in rows) + '\n]\n')
