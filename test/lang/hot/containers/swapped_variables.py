a, b = 1, 2
for i in range(1001):
    a, b = b, a
print(a, b)  # expect: 2 1
a, b, c = 1, 2.5, "x"
for i in range(1000):
    a, b, c = c, a, b
print(a, b, c)  # expect: x 1 2.5
