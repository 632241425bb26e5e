counts = [0] * 8
x = 7
for i in range(3000):
    x = (x * 1103515245 + 12345) & 0x7fffffff
    b = x >> 16 & 7
    if b == 0:
        counts[0] += 1
    elif b == 1:
        counts[1] += 2
    elif b == 2:
        counts[2] += 3
    elif b == 3:
        counts[3] -= 1
    elif b < 6:
        counts[4] += x & 1
        if x & 2:
            counts[5] += 1
    else:
        counts[7] ^= i
print(counts)  # expect: [366, 742, 1125, -390, 399, 394, 0, 1268]
