x = 1
y = 0
for i in range(1500):
    y ^= (x << (i % 40)) & 0xffffffffff
    x = (x * 5 + i) & 0xffff
    y = y >> 1 if i & 1 else y
print(x, y)  # expect: 1419 10274490349
h = 2166136261
for i in range(2000):
    h = ((h ^ (i & 255)) * 16777619) & 0xffffffff
print(h)  # expect: 1659995093
