t = (1, 2)
try:
    t[0] = 5
except TypeError as e:
    print(e)  # expect: 'tuple' object does not support item assignment
try:
    del t[0]
except TypeError as e:
    print(e)  # expect: 'tuple' object doesn't support item deletion
try:
    t[5]
except IndexError as e:
    print(e)  # expect: tuple index out of range
t[0:1]
t += (3,)
print(t)  # expect: (1, 2, 3)
