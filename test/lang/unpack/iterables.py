a, b = {"k": 1, "l": 2}
c, d = range(2)
e, f = (x * x for x in (3, 4))
g, h = "αβ"
print(a, b, c, d, e, f, g, h)  # expect: k l 0 1 9 16 α β
