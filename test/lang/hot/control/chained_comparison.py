count = 0
for i in range(1500):
    if 10 < i <= 1000 and i % 2 == 0 != i % 3:
        count += 1
    if 0 <= i - 700 < 100 < i:
        count += 1000
print(count)  # expect: 100330
