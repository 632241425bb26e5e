d = {}
for i in range(2500):
    d[i] = i
    if i >= 100:
        del d[i - 100]
print(len(d), sum(d), min(d))  # expect: 100 244950 2400
total = 0
for k, v in d.items():
    total += k - v
for k in d:
    total += d[k]
print(total)  # expect: 244950
