# quantities: a float subclass whose operators do something of their own, used through library functions
import operator, math
from functools import reduce
from itertools import accumulate
class Metre(float):
    def __add__(self, o): return Metre(float(self) + float(o) + 0.5)
    def __sub__(self, o): return Metre(float(self) - float(o) - 0.5)
    def __mul__(self, o): return Metre(float(self) * float(o) * 10)
    def __truediv__(self, o): return 'ratio'
    def __iadd__(self, o): return 'iadd'
    def __repr__(self): return f'{float(self):g} m'
a, b = Metre(2), Metre(1)
print(a + b, a - b, a * b, a / b)  # expect: 3.5 m 0.5 m 20 m ratio
print(operator.add(a, b), operator.sub(a, b), operator.mul(a, b), operator.truediv(a, b), operator.iadd(a, b))  # expect: 3.5 m 0.5 m 20 m ratio iadd
print(sum([a, b]), sum([a], b), sum([a, b], Metre(0)), reduce(operator.add, [a, b, a]), list(accumulate([a, b, a])), math.prod([a, b], start=a))  # expect: 3.0 3.5 m 4 m 6 m [2 m, 3.5 m, 6 m] 400 m
t = Metre(0)
for i in range(300): t = t + Metre(1)
print(t)  # expect: 450 m
u = a
for i in range(200): u = operator.add(a, b) if i % 2 else operator.mul(b, b)
print(u, math.sumprod([a, b], [a, b]), list(map(operator.sub, [a], [b])))  # expect: 3.5 m 50.0 [0.5 m]
