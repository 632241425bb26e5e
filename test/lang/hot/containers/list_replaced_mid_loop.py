xs = [1, 2, 3]
total = 0
for i in range(2000):
    if i == 900:
        xs = [0.5, 0.25]
    if i == 1500:
        xs = (7, 8, 9, 10)
    total += xs[i % len(xs)]
print(total)  # expect: 6275.0
