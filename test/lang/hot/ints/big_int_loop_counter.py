i = 2 ** 60
n = 0
while i < 2 ** 60 + 1500:
    i += 1
    n += i & 1
print(i, n)  # expect: 1152921504606848476 750
