x = 5
print(1 < x < 10, 1 < x < 3, 10 > x >= 5 > 2, 1 < 2 > 1 == 1)  # expect: True False True True
print(1 < x == 5 != 4 <= 4)  # expect: True
