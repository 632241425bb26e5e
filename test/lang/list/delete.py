a = [0, 1, 2, 3, 4, 5]
del a[1]
print(a)  # expect: [0, 2, 3, 4, 5]
del a[1:3]
print(a)  # expect: [0, 4, 5]
del a[::2]
print(a)  # expect: [4]
del a[:]
print(a)  # expect: []
try:
    del a[0]
except IndexError as e:
    print(e)  # expect: list assignment index out of range
