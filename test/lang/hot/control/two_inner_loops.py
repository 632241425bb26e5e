out = 0
for i in range(100):
    for j in range(10):
        out += i * j
    for j in range(5):
        out -= j
    k = 8
    while k:
        k >>= 1
        out += k
print(out)  # expect: 222450
