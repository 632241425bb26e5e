r = range(2, 20, 3)
print(r, len(r), list(r), r[1], r[-1], r[1:4], r[::-1], 8 in r, 9 in r, r.index(11), r.count(5))  # expect: range(2, 20, 3) 6 [2, 5, 8, 11, 14, 17] 5 17 range(5, 14, 3) range(17, -1, -3) True False 3 1
print(range(5), list(range(5, 0, -2)), list(range(0)), list(range(3, 3)), range(0, 10, 3) == range(0, 12, 3))  # expect: range(0, 5) [5, 3, 1] [] [] True
