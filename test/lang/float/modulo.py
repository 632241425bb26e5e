print(7.5 % 2, -7.5 % 2, 7.5 % -2, -7.5 % -2)  # expect: 1.5 0.5 -0.5 -1.5
print(1.0 % 0.1, 5.0 % float("inf"), -5.0 % float("inf"), 5.0 % -float("inf"), 1e20 % 3)  # expect: 0.09999999999999995 5.0 inf -inf 1.0
print(divmod(7.5, 2), divmod(-7.5, 2), divmod(7, -2.5))  # expect: (3.0, 1.5) (-4.0, 0.5) (-3.0, -0.5)
