t = ([1], 2)
t[0].append(3)
print(t)  # expect: ([1, 3], 2)
try:
    t[0] += [4]
except TypeError as e:
    print(e)  # expect: 'tuple' object does not support item assignment
print(t)  # expect: ([1, 3, 4], 2)
