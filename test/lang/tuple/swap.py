a, b, c = 1, 2, 3
a, b = b, a
print(a, b)  # expect: 2 1
a, b, c = c, a, b
print(a, b, c)  # expect: 3 2 1
x = [1, 2, 3]
i = 0
i, x[i] = 2, 9
print(i, x)  # expect: 2 [1, 2, 9]
