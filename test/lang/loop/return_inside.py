def find(xs, want):
    for i, row in enumerate(xs):
        for j, v in enumerate(row):
            if v == want:
                return i, j
    return None
print(find([[1, 2], [3, 4]], 3), find([[1]], 9))  # expect: (1, 0) None
