import random
random.seed(3)
xs = [random.randrange(1000) for _ in range(150)]
ys = xs[:]
n = len(xs)
for i in range(n):
    for j in range(n - 1 - i):
        if xs[j] > xs[j + 1]:
            xs[j], xs[j + 1] = xs[j + 1], xs[j]
print(xs == sorted(ys), xs[:5], xs[-5:])  # expect: True [13, 15, 20, 29, 31] [958, 980, 987, 987, 988]
def quick(v):
    if len(v) < 2:
        return v
    p = v[0]
    return quick([x for x in v[1:] if x < p]) + [p] + quick([x for x in v[1:] if x >= p])
print(quick(ys) == xs)  # expect: True
