/** Small programs that together reach most of the compiler; name → source. */
export const PROGRAMS: Record<string, string> = {
  sum: `
def f(n):
    s = 0
    for i in range(n):
        s += i * i % 7
    return s
print(f(300))
`,
  floats: `
def f(n):
    x = 0.5
    for i in range(n):
        x = x * 1.5 - 0.25
        if x > 100.0:
            x = x / 64.0
    return x
print(f(300))
`,
  branches: `
def f(n):
    a = 0
    b = ''
    for i in range(n):
        if i % 3 == 0:
            a += i
        elif i % 3 == 1:
            a -= 1
        else:
            b = b + 'x' if len(b) < 5 else 'y'
    return a, b
print(f(400))
`,
  nested: `
def f(n):
    t = 0
    for i in range(n):
        for j in range(i):
            t += j ^ i
    return t
print(f(60))
`,
  module_level: `
total = 0
xs = [3, 1, 4, 1, 5, 9, 2, 6]
for i in range(500):
    total += xs[i % 8] << 2
    xs[i % 8] = total & 0xff
print(total, xs)
`,
  objects: `
class V:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def add(self, other):
        return V(self.x + other.x, self.y + other.y)
def f(n):
    v = V(0, 0.0)
    d = V(1, 0.5)
    for i in range(n):
        v = v.add(d)
        if i % 50 == 49:
            d = V(d.x, d.y + 1.0)
    return v.x, v.y
print(f(400))
`,
  closures: `
def make():
    c = 0
    def inc(n):
        nonlocal c
        for j in range(n):
            c += j
            if j % 7 == 3: c -= 1
        return c
    return inc
inc = make()
print(inc(300), inc(20))
`,
  big: `
def f(n):
    x = 1
    t = 0
    for i in range(n):
        x = (x * 1103515245 + 12345) & 0x7fffffff
        t += x * x
    return x, t
print(f(300))
`,
  tuples: `
def f(n):
    a, b = 0, 1
    for i in range(n):
        a, b = b, (a + b) % 1000007
        p = (a, b, i)
        a += p[2] - i
    return a, b
print(f(300))
`,
  unbound: `
def f(n):
    for i in range(n):
        if 100 < i and i < 150:
            y = i
        if i == 250:
            del y
        if i == 260:
            y = 7
    return y
print(f(300))
`,
  raising: `
def f(xs, n):
    t = 0
    for i in range(n):
        try:
            t += xs[i % 11]
        except IndexError:
            t += 1000
    return t
print(f(list(range(10)), 300))
try:
    f([1, 'a'], 10)
except TypeError as e:
    print(e)
`,
  alternating: `
def f(xs):
    t = 0
    for x in xs:
        t = t + x
    return t
print(f([1, 2.5, 3, 4.25, True, 6] * 40), f([10 ** 15] * 300))
`,
  strings: `
def f(s):
    n = 0
    for c in s:
        if c == 'a': n += 1
        elif c == 'b': n += 10
    return n
print(f('abcab' * 60))
`,
};
