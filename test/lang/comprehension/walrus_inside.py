data = [3, 8, 2, 9]
print([y for x in data if (y := x * 2) > 5], y)  # expect: [6, 16, 18] 18
total = 0
print([total := total + v for v in data], total)  # expect: [3, 11, 13, 22] 22
