x = 88172645463325252
for i in range(1000):
    x ^= (x << 13) & 0xffffffffffffffff
    x ^= x >> 7
    x ^= (x << 17) & 0xffffffffffffffff
print(x)  # expect: 1363160026601443621
y = 2463534242
for i in range(2000):
    y ^= (y << 13) & 0xffffffff
    y ^= y >> 17
    y ^= (y << 5) & 0xffffffff
print(y)  # expect: 2578415137
