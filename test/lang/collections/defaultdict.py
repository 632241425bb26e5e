from collections import defaultdict
d = defaultdict(list)
d["a"].append(1)
d["a"].append(2)
print(d, d["b"], len(d), dict(d))  # expect: defaultdict(<class 'list'>, {'a': [1, 2], 'b': []}) [] 2 {'a': [1, 2], 'b': []}
n = defaultdict(int)
for ch in "hello":
    n[ch] += 1
print(n, defaultdict(lambda: 7)["x"], "q" in n, n.get("q"))  # expect: defaultdict(<class 'int'>, {'h': 1, 'e': 1, 'l': 2, 'o': 1}) 7 False None
