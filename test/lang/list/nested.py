m = [[1, 2], [3, 4]]
print(m[1][0], [r[0] for r in m], [x for r in m for x in r], list(zip(*m)))  # expect: 3 [1, 3] [1, 2, 3, 4] [(1, 3), (2, 4)]
m[0][1] += 10
print(m)  # expect: [[1, 12], [3, 4]]
