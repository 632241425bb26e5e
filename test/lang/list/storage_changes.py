# A list of ints that takes a float, then a string, then is emptied.
a = [1, 2, 3]
a.append(4.5)
print(a, sum(a))  # expect: [1, 2, 3, 4.5] 10.5
a[0] = "x"
print(a)  # expect: ['x', 2, 3, 4.5]
a[1] = 2 ** 70
a[2] = None
print(a)  # expect: ['x', 1180591620717411303424, None, 4.5]
a.clear()
a.append(0.5)
a.append(1)
print(a, type(a[0]).__name__, type(a[1]).__name__)  # expect: [0.5, 1] float int
