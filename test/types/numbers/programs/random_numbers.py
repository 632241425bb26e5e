import random, math
def show(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: return type(e).__name__ + ': ' + str(e)
    return repr(r)
for s in [0, 1, -1, 42, 2**31, 2**32 - 1, 2**32, 2**40 + 5, -2**70, 10**50, 3.5, -0.0, 1e300, float('inf'), 'hello', '', 'ünïcode', b'bytes', b'', bytearray(b'ba'), True, 12345]:
    random.seed(s)
    print(repr(s), random.random(), random.getrandbits(1), random.getrandbits(32), random.getrandbits(33), random.getrandbits(53), random.getrandbits(54), random.getrandbits(64), random.getrandbits(100), random.getrandbits(0), random.randint(1, 6), random.randrange(10**20))
for s in ['abc', '', b'abc', 5, 2.5]:
    random.seed(s, version=1); print(s, random.random())
print(show(random.seed, [1]), show(random.seed, 1j), show(random.getrandbits, -1), show(random.getrandbits, 1.5))
random.seed(7)
print([random.random() for _ in range(5)])
print([random.randint(-5, 5) for _ in range(40)])
print([random.randrange(0, 100, 7) for _ in range(20)], [random.randrange(100, 0, -3) for _ in range(20)], [random.randrange(5) for _ in range(10)])
print([random.choice('abcdef') for _ in range(20)], random.choice([1, 2, 3]), random.choice((4, 5)), random.choice(range(100)))
l = list(range(30)); random.shuffle(l); print(l)
l = [1.5, 2.5, 3.5, 4.5, 'x']; random.shuffle(l); print(l)
l = [0.1 * i for i in range(10)]; random.shuffle(l); print(l)
print(random.sample(range(100), 10), random.sample('abcdefgh', 3), random.sample(list(range(1000)), 20), random.sample(range(10**9), 7), random.sample([1, 2, 3], 3), random.sample([1, 2], 0), random.sample(['r', 'b'], counts=[3, 2], k=4))
print(random.choices([1, 2, 3], k=10), random.choices('abc', weights=[1, 2, 3], k=15), random.choices('abc', [0.5, 0.25, 0.25], k=8), random.choices('abc', cum_weights=[1, 3, 6], k=10), random.choices(range(50), k=5))
print([random.uniform(1, 10) for _ in range(5)], random.uniform(-1.5, 2.5), random.uniform(5, 1))
print([random.triangular() for _ in range(5)], random.triangular(1, 10), random.triangular(1, 10, 3), random.triangular(2, 2), random.triangular(2, 2, 2), random.triangular(0, 1, 0.9))
print([random.gauss() for _ in range(7)], random.gauss(10, 3), random.gauss(mu=1, sigma=0.5))
print([random.normalvariate() for _ in range(7)], random.normalvariate(5, 2))
print([random.expovariate(2) for _ in range(5)], random.expovariate(), random.expovariate(0.1))
print([random.lognormvariate(0, 1) for _ in range(5)])
print([random.betavariate(2, 3) for _ in range(5)], random.betavariate(0.5, 0.5), random.betavariate(1, 1))
print([random.gammavariate(a, b) for a in (0.3, 0.9, 1, 1.0, 1.5, 10, 100) for b in (0.5, 1, 3)])
print([random.vonmisesvariate(m, k) for m in (0, 1, 3.0) for k in (0, 1e-7, 0.5, 4, 100)])
print([random.paretovariate(a) for a in (0.5, 1, 3)], [random.weibullvariate(1, b) for b in (0.5, 1, 3)], random.weibullvariate(2, 1.5))
print([random.binomialvariate(n, p) for n in (0, 1, 5, 20, 100, 1000, 10**6) for p in (0, 0.001, 0.1, 0.5, 0.77, 1)], random.binomialvariate())
print(random.randbytes(10), random.randbytes(0), random.randbytes(4), random.randbytes(1), random.randbytes(37))
st = random.getstate(); a = [random.random() for _ in range(700)]; random.setstate(st); b = [random.random() for _ in range(700)]; print(a == b, st[0], len(st[1]), st[2], type(st[1]), hash(st[1]), st[1][-1], sum(a))
random.gauss(0, 1); st = random.getstate(); x = random.gauss(0, 1); random.setstate(st); print(x == random.gauss(0, 1), st[2] is not None)
print(show(random.randrange, 0), show(random.randrange, 5, 5), show(random.randrange, 5, 1), show(random.randrange, 1, 10, 0), show(random.randrange, 10, 1, 2), show(random.randrange, 1.5), show(random.randrange, 5, None, 2), show(random.randint, 5, 1), show(random.choice, []), show(random.choice, {}), show(random.sample, {1, 2}, 1), show(random.sample, [1], 2), show(random.sample, {1: 2}, 1), show(random.sample, [1], -1), show(random.choices, []), show(random.choices, [1], [1, 2]), show(random.choices, [1, 2], [0, 0]), show(random.choices, [1], weights=[1], cum_weights=[1]), show(random.choices, [1, 2], 3), show(random.setstate, (1, 2, 3)), show(random.setstate, (3, (1, 2), None)), show(random.expovariate, 0), show(random.gammavariate, 0, 1), show(random.binomialvariate, -1), show(random.binomialvariate, 5, 1.5), show(random.paretovariate, 0), show(random.shuffle, (1, 2)), show(random.shuffle, 'ab'), show(random.sample, ['a'], 1, counts=[1, 2]), show(random.sample, ['a'], 1, counts=[0]), show(random.choices, [1, 2], [float('inf'), 1]))
r = random.Random(99); print(r.random(), r.randint(1, 100), r.getrandbits(10)); r2 = random.Random(99); print(r2.random()); r.seed(99); print(r.random())
class R(random.Random):
    def random(self): return 0.25
r = R(); print(r.random(), r.randint(1, 100), r.choice('abcd'), r.uniform(0, 8), r.randrange(1000), r.sample(range(10), 3) if False else '', r.gauss_next)
class G(random.Random):
    def getrandbits(self, k): return (1 << k) // 3
r = G(5); print(r.random(), r.randint(1, 100), r.choice('abcd'), r.randrange(10**30), r.getrandbits(10))
class S(random.Random):
    def __init__(self, x): super().__init__(x); self.extra = 5
r = S(3); print(r.random(), r.extra, r.randint(1, 10), isinstance(r, random.Random))
class Q(random.Random):
    def seed(self, a=None, version=2): print('seed', a); super().seed(a)
r = Q(4); print(r.random())
s = random.SystemRandom(); x = s.random(); print(0 <= x < 1, 1 <= s.randint(1, 6) <= 6, s.getrandbits(70) < 2**70, len(s.randbytes(5)), show(s.getstate), s.seed(5))
print(random.Random, random.SystemRandom, random.__name__, sorted(random.__all__)[:3], random.Random.VERSION)
random.seed(10); print(sum(random.random() for _ in range(10000)), sum(random.randint(0, 1000) for _ in range(10000)), sum(random.gauss(0, 1) for _ in range(5000)))
