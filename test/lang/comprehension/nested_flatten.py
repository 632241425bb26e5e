m = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in m] for i in range(3)], [v for row in m for v in row if v % 2], sum(v for row in m for v in row))  # expect: [[1, 4], [2, 5], [3, 6]] [1, 3, 5] 21
