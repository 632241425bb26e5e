values = [3, 8, 1, 9, 4]
print(sum(v > 3 for v in values), sum([v % 2 == 0 for v in values]), any(v > 8 for v in values), all(values))  # expect: 3 2 True True
