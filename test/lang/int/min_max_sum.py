print(min(3, 1, 2), max(3, 1, 2), min([4, 2, 8]), max(4, 2.5), max(2, 2.0), min(2.0, 2))  # expect: 1 3 2 4 2 2.0
print(sum([1, 2, 3]), sum([1, 2], 10), sum([]), sum([0.1] * 10), sum([2 ** 62, 2 ** 62]))  # expect: 6 13 0 1.0 9223372036854775808
print(max("b", "abc", key=len), min([3, -4, 1], key=abs), max([], default="none"))  # expect: abc 1 none
