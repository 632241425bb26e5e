class P:
    pass
p = P()
p.x = 0
p.n = 0
for i in range(1500):
    p.x += 1 if i < 700 else 0.25
    p.n += i
print(p.x, p.n)  # expect: 900.0 1124250
