a, *b = [1, 2, 3]
*c, d = "xyz"
e, *f, g = (1, 2)
print(a, b, c, d, e, f, g)  # expect: 1 [2, 3] ['x', 'y'] z 1 [] 2
h, (i, *j), *k = 1, [2, 3, 4], 5, 6
print(h, i, j, k)  # expect: 1 2 [3, 4] [5, 6]
