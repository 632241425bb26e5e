import random, statistics
from statistics import *
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice('abc'), random.sample(range(100), 5), random.uniform(1, 2), random.gauss(0, 1), random.choices([1, 2, 3], weights=[1, 1, 5], k=6), random.getrandbits(70), random.randrange(0, 100, 7))
x = list(range(10)); random.shuffle(x); print(x, random.expovariate(1.5), random.betavariate(1, 2), random.triangular(0, 1, .3), random.normalvariate(), random.lognormvariate(0, 1), random.vonmisesvariate(0, 4), random.gammavariate(2, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.randbytes(4), random.binomialvariate(10, .3))
r = random.Random('seed'); st = r.getstate(); a = r.random(); r.setstate(st); print(a == r.random(), random.Random(3.5).random(), random.Random(b'x').random())
print(mean([1, 2, 3, 4, 4]), fmean([3.5, 4.0, 5.25]), geometric_mean([54, 24, 36]), harmonic_mean([40, 60]), median([1, 3, 5, 7]), median_low([1, 3, 5, 7]), median_high([1, 3, 5, 7]), median_grouped([52, 52, 53, 54]), mode([1, 1, 2, 3, 3, 3]), multimode('aabbbbccddddeeffffgg'))
print(pstdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), pvariance([0.0, 0.25, 0.25, 1.25, 1.5, 1.75, 2.75, 3.25]), stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), variance([2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]), quantiles([1, 2, 3, 4, 5, 6], n=4))
print(covariance([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3]), correlation([1, 2, 3, 4], [9, 7, 5, 4]), linear_regression([1971, 1975, 1979, 1982, 1983], [1, 2, 3, 4, 5]))
n = NormalDist(1060, 195)
print(n, n.cdf(1200), n.inv_cdf(.9), n.pdf(1000), n + 5, n.quantiles(), NormalDist.from_samples([1, 2, 3]), n.overlap(NormalDist(1000, 100)), n.zscore(900), n.samples(2, seed=3))
for bad in [lambda: mean([]), lambda: stdev([1]), lambda: mode([]), lambda: NormalDist(1, -1), lambda: harmonic_mean([-1]), lambda: mean(['a'])]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
from fractions import Fraction as F
print(mean([F(3, 7), F(1, 21)]), median([F(1, 2), F(1, 3)]), kde([1, 2, 3], h=1)(2))
