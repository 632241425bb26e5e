# Functions and bound methods that are made anew in each round are one callee to compiled code: what
# differs between them (closure, positional defaults, object) is read from the one that is called.
def adder(k):
    return lambda x: x + k

def scaler(k, by=1):
    def scale(x, y=by):
        nonlocal k
        k += 1
        return x * y + k
    return scale

class Counter:
    def __init__(self, n): self.n = n
    def add(self, d=1):
        self.n += d
        return self.n

def closures(n):
    t = 0
    for i in range(n):
        t += adder(i)(2)
        t += scaler(i, i % 3)(5)
        f = adder(0.5 if i > n // 2 else -i)
        t += f(1)
    return t

def methods(n):
    counters = [Counter(k) for k in range(5)]
    bound = [c.add for c in counters]
    t = 0
    for i in range(n):
        f = counters[i % 5].add
        t += f(i) + bound[i % 3]() + getattr(counters[1], 'add')(2)
        put = [i].append
        put(t)
        out = [3, 1, 2]
        for take in (out.pop, [1].index, out.count):
            t += take(1)
    return t, [c.n for c in counters]

def defaults(n):
    fs = [lambda x, k=k: x + k for k in range(7)]
    t = 0
    for i in range(n):
        for f in fs: t += f(i)
        t += fs[i % 7](i, 100)
        if i == n // 2: fs[3].__defaults__ = ('changed',)
        if i > n // 2 + 30: fs[3].__defaults__ = None
    return t

def other_code(n):
    def one(x): return x + 1
    def two(x): return x + 2
    f, t = one, 0
    for i in range(n):
        t += f(i)
        if i == n // 2: f.__code__ = two.__code__
        if i == n // 2 + 50: f = two
    return t

def keyword_only(n):
    t = 0
    for i in range(n):
        def f(x, *, k=i): return x + k
        t += f(1)
    return t

print(closures(300))  # expect: 81149.5
print(methods(300))  # expect: (2896460, [8950, 9611, 9072, 9033, 9094])
try: print(defaults(300))
except TypeError as e: print(e)  # expect: unsupported operand type(s) for +: 'int' and 'str'
print(other_code(300))  # expect: 45299
print(keyword_only(300))  # expect: 45150

def raising(n):
    for i in range(n):
        def f(x, i=i):
            if i == n - 1: return [][x]
            return x
        f(i)

try:
    raising(200)
except IndexError as e:
    tb = e.__traceback__.tb_next.tb_next
    print(tb.tb_frame.f_locals['i'], tb.tb_lineno)  # expect: 199 79
