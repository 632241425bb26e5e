d = {"a": 1, "b": 2}
d["c"] = 3
d["a"] = 10
print(d, len(d), d["b"], "a" in d, "z" not in d, d.get("z"), d.get("z", 0), d.get("a"))  # expect: {'a': 10, 'b': 2, 'c': 3} 3 2 True True None 0 10
del d["a"]
print(d, list(d), list(d.items()))  # expect: {'b': 2, 'c': 3} ['b', 'c'] [('b', 2), ('c', 3)]
