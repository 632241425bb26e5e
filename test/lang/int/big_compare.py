a = 10 ** 20
print(a > 5, a < 5, a == 10 ** 20, a != 1e20, a == 1e20, a < 1e21, -a < 0)  # expect: True False True False True True True
print(2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53)  # expect: True False True
print(10 ** 400 > 1e308, -10 ** 400 < float("-inf"), 10 ** 400 < float("inf"))  # expect: True False True
