from collections import Counter
c = Counter("abracadabra")
print(c, c["a"], c["z"], c.most_common(2), sum(c.values()), sorted(c.elements())[:6])  # expect: Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) 5 0 [('a', 5), ('b', 2)] 11 ['a', 'a', 'a', 'a', 'a', 'b']
c.update("aaa")
c.subtract({"b": 5})
print(c["a"], c["b"], +c, Counter(a=3) + Counter(a=1, b=2), Counter(a=3) - Counter(a=1), Counter(a=1) | Counter(a=2), Counter([1, 1]) & Counter([1]))  # expect: 8 -3 Counter({'a': 8, 'r': 2, 'c': 1, 'd': 1}) Counter({'a': 4, 'b': 2}) Counter({'a': 2}) Counter({'a': 2}) Counter({1: 1})
