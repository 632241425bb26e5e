p = (0, 1)
for i in range(1200):
    a, b = p
    p = (b, (a + b) % 1000)
print(p)  # expect: (400, 201)
d = {}
for i in range(800):
    k, (v, w) = i % 10, (i, -i)
    d[k] = d.get(k, 0) + v + w // 2
print(d)  # expect: {0: 15800, 1: 15800, 2: 15880, 3: 15880, 4: 15960, 5: 15960, 6: 16040, 7: 16040, 8: 16120, 9: 16120}
