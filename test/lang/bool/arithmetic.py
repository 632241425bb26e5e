print(True + True, True * 5, True / 2, False - 1, -True, True // 1, True % 2, True ** 2)  # expect: 2 5 0.5 -1 -1 1 1 1
print(True & False, True | False, True ^ True, True & 3, type(True & True).__name__, type(True & 1).__name__)  # expect: False True False 1 bool int
print(True << 3, 10 >> True)  # expect: 8 5
