lo, hi, acc = 0, 0, 0.0
for i in range(1500):
    v = (i * 37 % 101) - 50
    lo = min(lo, v)
    hi = max(hi, v, 3)
    acc += abs(v) * 0.5 + min(1.5, v) + abs(-0.0)
print(lo, hi, acc)  # expect: -50 50 1073.5
