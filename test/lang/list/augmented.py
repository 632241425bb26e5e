a = b = [1]
a += [2]
print(b, a is b)  # expect: [1, 2] True
a = a + [3]
print(b, a)  # expect: [1, 2] [1, 2, 3]
a *= 2
print(a)  # expect: [1, 2, 3, 1, 2, 3]
a += "xy"
print(a)  # expect: [1, 2, 3, 1, 2, 3, 'x', 'y']
