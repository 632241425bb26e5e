d = {i: i for i in range(0, 1000, 3)}
miss = hit = 0
for i in range(1000):
    try:
        hit += d[i]
    except KeyError:
        miss += 1
print(hit, miss)  # expect: 166833 666
