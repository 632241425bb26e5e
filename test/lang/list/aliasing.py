a = [[0] * 2] * 2
a[0][0] = 1
print(a)  # expect: [[1, 0], [1, 0]]
b = [[0] * 2 for _ in range(2)]
b[0][0] = 1
print(b)  # expect: [[1, 0], [0, 0]]
