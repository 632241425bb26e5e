d = {}
for i in range(3000):
    d[i * 7 % 3001] = i
for i in range(0, 3000, 3):
    del d[i * 7 % 3001]
print(len(d), sum(d), sum(d.values()), list(d)[:5])  # expect: 2000 3003003 3000000 [7, 14, 28, 35, 49]
