d = {"a": 1}
print(d.setdefault("a", 5), d.setdefault("b", 6), d.pop("a"), d.pop("zz", None), d)  # expect: 1 6 1 None {'b': 6}
d.update({"c": 3}, x=9)
d.update([("y", 8)])
print(d, d.popitem(), d.copy() is d)  # expect: {'b': 6, 'c': 3, 'x': 9} ('y', 8) False
print(list(d.keys()), list(d.values()), sorted(d.items()))  # expect: ['b', 'c', 'x'] [6, 3, 9] [('b', 6), ('c', 3), ('x', 9)]
d.clear()
print(d, dict.fromkeys("ab", 0), dict.fromkeys([1]))  # expect: {} {'a': 0, 'b': 0} {1: None}
try:
    d.popitem()
except KeyError as e:
    print(e)  # expect: 'popitem(): dictionary is empty'
try:
    d.pop(1)
except KeyError as e:
    print(e)  # expect: 1
