from itertools import groupby, tee
print([(k, list(g)) for k, g in groupby("aabbbca")], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])  # expect: [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c']), ('a', ['a'])] [(1, 2), (0, 2), (1, 1)]
a, b = tee([1, 2, 3])
print(next(a), list(b), list(a))  # expect: 1 [1, 2, 3] [2, 3]
