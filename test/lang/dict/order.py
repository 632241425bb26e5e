d = {}
for k in (3, 1, 2):
    d[k] = k
d[1] = "new"
print(d)  # expect: {3: 3, 1: 'new', 2: 2}
del d[3]
d[3] = "again"
print(d)  # expect: {1: 'new', 2: 2, 3: 'again'}
