i = float("inf")
print(i + 1, -i, i * -2, 1 / i, -1 / i, i > 10 ** 400, i == float("infinity"), i // 1, 1e308 * 10)  # expect: inf -inf -inf 0.0 -0.0 True True nan inf
print(i % 3 != i % 3, 3 % i, -3 % i)  # expect: True 3.0 inf
