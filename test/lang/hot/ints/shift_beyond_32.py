x = 1
out = []
for i in range(300):
    v = 1 << (i % 70)
    if i >= 290:
        out.append(v >> 3)
    x ^= v
print(x, out)  # expect: 1048574 [128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536]
