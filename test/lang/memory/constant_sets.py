# The order of a set made of constants: CPython's compiler makes the frozenset anew of what it iterates over.
print({28, 2, 29, 21})  # expect: {2, 29, 28, 21}
print({5, 13, 21, 1}, {8, 16, 24, 0}, {1, 9, 17, 3})  # expect: {1, 21, 5, 13} {8, 16, 24, 0} {1, 3, 9, 17}
print({10, 18, 26, 2, 34, 42, 7, 15})  # expect: {2, 34, 7, 10, 42, 15, 18, 26}
for x in {28, 2, 29, 21}: print(x, end=' ')  # expect json: "2 29 28 21 "
print()
print(set([28, 2, 29, 21]), 29 in {28, 2, 29, 21})  # expect: {2, 21, 28, 29} True
