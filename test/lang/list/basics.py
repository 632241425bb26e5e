a = [1, 2, 3]
a.append(4)
a[0] = 10
print(a, len(a), a[-1], a[1:3], a + [5], a * 2, 3 in a, 7 in a)  # expect: [10, 2, 3, 4] 4 4 [2, 3] [10, 2, 3, 4, 5] [10, 2, 3, 4, 10, 2, 3, 4] True False
