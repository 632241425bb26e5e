def squares(n):
    for i in range(n):
        yield i * i
total = 0
for k in range(30):
    for s in squares(k):
        total += s
print(total)  # expect: 58870
g = (x for x in range(3000) if x % 3)
print(sum(g), sum(x * x for x in squares(100)))  # expect: 3000000 1950333330
