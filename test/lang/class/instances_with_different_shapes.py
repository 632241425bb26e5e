class A:
    pass
out = []
for i in range(6):
    a = A()
    if i % 2:
        a.x = i
        a.y = i * 2
    else:
        a.y = i * 3
        a.x = i
    if i == 4:
        a.extra = 1
        del a.x
        a.x = 100
    out.append((a.x, a.y, list(a.__dict__)))
print(out)  # expect: [(0, 0, ['y', 'x']), (1, 2, ['x', 'y']), (2, 6, ['y', 'x']), (3, 6, ['x', 'y']), (100, 12, ['y', 'extra', 'x']), (5, 10, ['x', 'y'])]
