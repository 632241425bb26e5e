a, b = 1, 2
[c, d] = [3, 4]
(e, (f, g)), h = (5, [6, 7]), 8
x = y = z = 9
print(a, b, c, d, e, f, g, h, x, y, z)  # expect: 1 2 3 4 5 6 7 8 9 9 9
