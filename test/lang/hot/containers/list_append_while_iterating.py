xs = [1]
n = 0
for x in xs:
    n += x
    if len(xs) < 2000:
        xs.append(x % 5 + 1)
print(n, len(xs))  # expect: 6000 2000
