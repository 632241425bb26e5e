/** Programs whose functions return everything their frame holds, so that a wrong slot shows. */
export const FRAMES: Record<string, string> = {
  locals: `
def f(n):
    a = 1
    b = 2.5
    c = 'c'
    d = [1, 2, 3]
    e = None
    for i in range(n):
        a = a + i
        b = b * 0.5 + i
        t = (a, b)
        u = t
        d[i % 3] = a
        if i % 4 == 1:
            c = c[-3:] + 'x'
            e = i
        elif i % 4 == 2:
            del e
        else:
            e = u
    return sorted((k, str(v)) for k, v in locals().items()), t is u
print(f(60))
`,
  expression_stack: `
def f(n):
    t = 0
    xs = list(range(20))
    for i in range(n):
        t += (i + 1) * (xs[i % 20] + (i * 3 - (t % 7)) * (i - 4)) - xs[(i * i) % 20]
        xs[i % 20] = (t, i)[i % 2] % 100
    return t, xs, i
print(f(80))
`,
  inlined_frames: `
def inner(x, k):
    y = x * k
    if y % 5 == 0:
        y += 1
    return y - k
def middle(x):
    z = inner(x, 3) + inner(x + 1, 2)
    return z + inner(z, 1)
def f(n):
    t = 0
    for i in range(n):
        t = middle(t % 100) + inner(i, i)
    return t, i
print(f(70))
`,
  construction: `
class P:
    count = 0
    def __init__(self, x, y):
        self.x = x
        self.y = y + self.x
        P.count += 1
        self.both = (self.x, self.y)
    def moved(self, d):
        return P(self.x + d, self.y - d)
def f(n):
    p = P(0, 0)
    keep = []
    for i in range(n):
        p = p.moved(i)
        if i % 9 == 4: keep.append(p)
    return p.x, p.y, p.both, P.count, [k.both for k in keep]
print(f(60))
`,
  put_off_stores: `
total = 0
last = None
xs = [5, 6, 7]
for i in range(70):
    total = total + xs[i % 3]
    last = total
    if i % 5 == 3:
        total = -total
        xs[i % 3] = i
print(total, last, xs, i)
def make():
    c = 0
    d = 0.0
    def inc(n):
        nonlocal c, d
        for j in range(n):
            c = c + j
            d = d + c
            if c > 300: c = 0
        return c, d, j
    return inc
print(make()(60))
`,
  iterators: `
def f(n):
    out = []
    xs = list(range(n))
    it = iter(xs)
    for a in it:
        if a % 10 == 7:
            out.append(next(it))
        elif a % 10 == 2:
            xs.append(a)
            if len(xs) > n + 5: xs.pop()
        out.append(a)
    r = iter(range(n))
    for a in r:
        if a % 6 == 5: out.append(next(r, None))
    t = ()
    for a in tuple(out):
        t = (a, len(t))
    return len(out), out[-8:], t, list(it), list(r)
print(f(60))
`,
  big_and_back: `
def f(n):
    x = 2 ** 53 - 20
    s = 3
    seen = []
    for i in range(n):
        x += s
        if x > 2 ** 53 + 20: s = -3
        if x < 2 ** 53 - 20: s = 3
        if i % 8 == 0: seen.append(x)
    return x, s, seen
print(f(80))
`,
  handlers: `
def g(i):
    if i % 6 == 5: raise ValueError(i)
    return i
def f(n):
    t = 0
    for i in range(n):
        try:
            t += g(i)
        except ValueError as e:
            t += 100
            k = str(e)
        finally:
            t += 1
    return t, k, i
print(f(60))
`,
  generators: `
def gen(n):
    for k in range(n):
        yield k * 2
def f():
    c = 0
    seen = []
    for i in range(3, 73):
        for q in gen(i % 3):
            c = c + q
        k = 0
        while k < 3:
            k += 1
        seen.append(c)
    return seen
print(f())
`,
  objects_of_outer_exits: `
def h(p, q):
    if p > q: return p - q
    return q - p + 1
def f():
    a = 1
    b = True
    seen = []
    i = 0
    while i < 70:
        i += 1
        a = i
        for j in range(i % 4):
            seen.append(int(h(a, 1)))
            for j in range(2):
                b = h(b, (int(a) & 0xffff) << 19)
                a = h(a, 2 ** 53 - 1.5)
        a, b = b, a
    return a, b, seen
print(f())
`,
};
