n = float("nan")
print(n == n, n != n, n < 1, n > 1, n <= n, n in [n], [n] == [n], n is n)  # expect: False True False False False True True True
print(n + 1, n * 0, 0 * float("inf"), float("inf") - float("inf"))  # expect: nan nan nan nan
print(max(n, 1) != max(n, 1), max(1, n), min(1, n), bool(n))  # expect: True 1 1 True
