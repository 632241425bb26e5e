total = 0
for i in range(2 ** 53 - 500, 2 ** 53 + 500):
    total += i & 1
last = i
print(total, last)  # expect: 500 9007199254741491
for i in range(2 ** 62, 2 ** 62 + 3000, 3):
    total ^= i
print(total)  # expect: 3484
