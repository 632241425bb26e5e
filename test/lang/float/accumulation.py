total = 0.0
for i in range(1000):
    total += 0.1
print(total, sum([0.1] * 1000))  # expect: 99.9999999999986 100.0
