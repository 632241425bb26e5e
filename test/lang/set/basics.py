s = {3, 1, 2, 3}
print(len(s), 1 in s, 5 in s, sorted(s), set() == set([]), {1} == {1.0})  # expect: 3 True False [1, 2, 3] True True
s.add(9)
s.discard(100)
s.remove(1)
print(sorted(s))  # expect: [2, 3, 9]
try:
    s.remove(77)
except KeyError as e:
    print(e)  # expect: 77
