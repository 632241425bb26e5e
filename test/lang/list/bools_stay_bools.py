a = [True, False, 1, 0]
a[2] = True
print(a, a.count(1), a.index(0), sum(a))  # expect: [True, False, True, 0] 2 1 2
a = [0] * 3
a[1] = False
print(a)  # expect: [0, False, 0]
