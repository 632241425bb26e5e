a = [0, 1, 2, 3, 4, 5]
a[1:3] = ["x", "y", "z"]
print(a)  # expect: [0, 'x', 'y', 'z', 3, 4, 5]
a[:2] = []
print(a)  # expect: ['y', 'z', 3, 4, 5]
a[2:2] = [7, 8]
print(a)  # expect: ['y', 'z', 7, 8, 3, 4, 5]
a[::2] = [0] * len(a[::2])
print(a)  # expect: [0, 'z', 0, 8, 0, 4, 0]
try:
    a[::2] = [1]
except ValueError as e:
    print(e)  # expect: attempt to assign sequence of size 1 to extended slice of size 4
a[len(a):] = [99]
print(a)  # expect: [0, 'z', 0, 8, 0, 4, 0, 99]
