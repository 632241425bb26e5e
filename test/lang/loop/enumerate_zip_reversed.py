for i, c in enumerate("ab", 1):
    print(i, c)  # expect: 1 a
    # expect: 2 b
for a, b, c in zip([1, 2, 3], "xy", (True, False)):
    print(a, b, c)  # expect: 1 x True
    # expect: 2 y False
print(list(reversed([1, 2, 3])), list(reversed("ab")), list(reversed(range(3))), list(zip()), list(enumerate([])))  # expect: [3, 2, 1] ['b', 'a'] [2, 1, 0] [] []
try:
    list(zip([1, 2], [3], strict=True))
except ValueError as e:
    print(e)  # expect: zip() argument 2 is shorter than argument 1
