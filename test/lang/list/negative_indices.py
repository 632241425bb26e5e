a = [1, 2, 3]
print(a[-1], a[-3])  # expect: 3 1
a[-2] = "x"
print(a)  # expect: [1, 'x', 3]
for i in (3, -4):
    try:
        a[i]
    except IndexError as e:
        print(i, e)  # expect: 3 list index out of range
    try:
        a[i] = 0
    except IndexError as e:
        print(i, e)  # expect: 3 list assignment index out of range
        # expect: -4 list index out of range
        # expect: -4 list assignment index out of range
