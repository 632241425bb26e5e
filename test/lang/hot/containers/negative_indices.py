xs = list(range(100))
total = 0
for i in range(-100, 100):
    total += xs[i] * i
for k in range(2000):
    xs[-1 - k % 100] += 1
print(total, xs[0], xs[-1], sum(xs))  # expect: 161700 20 119 6950
