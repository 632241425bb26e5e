x = 2 ** 80
y = x - (2 ** 80 - 7)
print(y, y + 1, y == 7, hash(y) == hash(7), [10, 20, 30][y - 6])  # expect: 7 8 True True 20
