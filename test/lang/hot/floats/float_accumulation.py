total = 0.0
for i in range(1, 3000):
    total += 1.0 / i
    total -= 1e-9
print(total)  # expect: 8.583413557625587
x = 1.0
for i in range(500):
    x = x - (x * x - 2) / (2 * x) if i < 400 else x * 0.99
print(x)  # expect: 0.5176479012957776
