/**
 * What every random program begins with: helpers that print state and keep it small.
 *
 * `show` writes a value without calling methods of the program's classes and without anything that differs from
 * run to run (addresses, the order of sets); it runs as code with locals of its own, which is not compiled. `clip`
 * keeps values from growing. `fuel` ends loops that would not end, `boom` raises at moments that are as good as random.
 */
export const PRELUDE = `import sys
log = []
g = 1; gf = 0.5; gs = 'g'; fuse = 5; left = 1500
class Stop(BaseException): pass
class Odd(Exception): pass
class Unreadable:
    def __set__(self, o, v): log.append('set')
class Setting(Unreadable):
    def __get__(self, o, t=None): return 8
def fuel():
    global left
    left -= 1
    if left < 0: raise Stop('fuel')
    return True
def boom(n=5):
    global fuse
    fuse -= 1
    if fuse <= 0:
        fuse = n + 3
        raise (ValueError, KeyError, Odd, ZeroDivisionError, IndexError)[n % 5](n)
    return n
SHOW = compile("""
t = type(v)
if t in (int, float, bool, str, bytes, complex, range, slice, type(None)): out = repr(v)[:70]
elif n > 3: out = '...'
elif t is list: out = '[' + ', '.join([show(k, n + 1) for k in v[:9]]) + ']'
elif t is tuple: out = '(' + ', '.join([show(k, n + 1) for k in v[:9]]) + ')'
elif t in (set, frozenset): out = t.__name__ + str(sorted([show(k, n + 1) for k in v])[:9])
elif t is dict: out = '{' + ', '.join([show(k, n + 1) + ': ' + show(w, n + 1) for k, w in list(v.items())[:9]]) + '}'
elif issubclass(t, BaseException): out = t.__name__ + show(v.args, n + 1)
elif t.__module__ == __name__:
    seen = []
    for k in ('x', 'y', 'f'):
        try: seen.append(k + '=' + show(object.__getattribute__(v, k), n + 1))
        except Exception as e: seen.append(type(e).__name__)
    out = t.__name__ + '<' + ' '.join(seen) + '>'
else: out = t.__name__
""", 'show', 'exec')
def show(v, n=0):
    own = {'v': v, 'n': n}
    exec(SHOW, globals(), own)
    return own['out']
def note(*v):
    if len(log) < 60: log.append(' '.join([show(k) for k in v]))
def clip(v):
    t = type(v)
    if t is int: return v if -2 ** 70 < v < 2 ** 70 else v % 1000003
    if t is float: return v if -1e40 < v < 1e40 else v if v != v or v in (1 / 1e-320, -1 / 1e-320) else 0.5
    if t in (str, bytes, list, tuple): return v if len(v) < 9 else v[:6]
    if t is dict and len(v) > 9: return dict(list(v.items())[:5])
    if t is set and len(v) > 9: return {1, 2}
    return v
def where(e):
    tb = e.__traceback__; lines = []
    while tb is not None and len(lines) < 9:
        lines.append(tb.tb_lineno); tb = tb.tb_next
    text = str(e)[:90] if all(type(v) is str for v in e.args) else show(e.args)
    return type(e).__name__, text, lines
NAMES = 'a b c i j h k l p s u bs xs fs ys t d q o o2 r v w'.split()
def state(names):
    out = [k + '=' + show(names[k]) if k in names else 'no ' + k for k in NAMES]
    print(' '.join(out), show(g), show(gf), show(gs), fuse, left)
def gen(n, s=0):
    for k in range(n):
        r = yield k * 2 + s
        if r is not None: s = r
    return s
def chain(n):
    try:
        r = yield from gen(n, 1)
        yield r
    except Odd as e:
        yield -1
def nest(n):
    if n <= 0: return
    yield n
    yield from nest(n - 1)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
def rec(n, v): return v if n <= 0 else rec(n - 1, v) if n % 2 else clip(rec(n - 1, v))
def opt(p, q=2, *r, k=3, **kw):
    n = len(r) * 10 + k + len(kw)
    return n + (q if type(q) is int else 1) + (p if type(p) is int else 0)
def keyed(*, k=1, m=2): return k - m
def apply(fn, *a): return fn(*a)
def counter(n=0):
    def step(d=1):
        nonlocal n
        n = clip(n + d)
        return n
    return step
def wrap(fn):
    def inner(*a, **k):
        note('w', len(a))
        return fn(*a, **k)
    return inner
class Ctx:
    def __init__(self, quiet): self.quiet = quiet
    def __enter__(self): log.append('e'); return self.quiet
    def __exit__(self, t, v, tb):
        log.append('x' + (t.__name__ if t else ''))
        return self.quiet and t is not None and issubclass(t, Exception)
`;
