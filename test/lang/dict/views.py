d = {"a": 1, "b": 2}
k = d.keys()
d["c"] = 3
print(k, d.values(), d.items(), len(k), "c" in k, k & {"a", "z"} == {"a"}, ("a", 1) in d.items(), 3 in d.values())  # expect: dict_keys(['a', 'b', 'c']) dict_values([1, 2, 3]) dict_items([('a', 1), ('b', 2), ('c', 3)]) 3 True True True True
print(list(reversed(d)))  # expect: ['c', 'b', 'a']
