def f(d, i):
    return d[i % 10]
d = {i: i for i in range(10)}
total = 0
for i in range(3000):
    if i == 2500:
        del d[3]
    total += f(d, i)
# expect error: KeyError: 3
