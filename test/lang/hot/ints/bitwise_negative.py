acc = 0
for i in range(-1000, 1000):
    acc = (acc ^ (i & 0xff)) | (i & ~7)
    acc &= 0xffffffffff
    acc += i ^ -i
print(acc)  # expect: 1099511625720
