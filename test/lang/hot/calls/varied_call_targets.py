def f(x): return x + 1
def g(x): return x * 2
class H:
    def __call__(self, x): return x - 3
    def m(self, x): return -x
h = H()
targets = [f, g, h, h.m, abs, int, lambda x: x ^ 5, float, max and round]
total = 0
for i in range(1800):
    total += targets[i % 9](i)
print(total)  # expect: 1438600.0
