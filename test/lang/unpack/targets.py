class A:
    pass
a = A()
d = {}
x = [0, 0]
a.p, d["k"], x[1], x[:1] = 1, 2, 3, [7, 8]
print(a.p, d, x)  # expect: 1 {'k': 2} [7, 8, 3]
for a.p, (q, r) in [(1, (2, 3)), (4, (5, 6))]:
    print(a.p, q, r)  # expect: 1 2 3
    # expect: 4 5 6
