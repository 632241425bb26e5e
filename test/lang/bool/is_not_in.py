a = [1, 2]
b = a
print(a is b, a is not b, 1 in a, 3 not in a, None is None)  # expect: True False True True True
