values = [1, 2.5, "ab", True, None, (1, 2), [3], 2 ** 70]
counts = {}
for i in range(2000):
    v = values[i % len(values)]
    name = type(v).__name__
    counts[name] = counts.get(name, 0) + 1
    if name == "int" or name == "float":
        v = v + 1
    elif v:
        v = v
print(counts)  # expect: {'int': 500, 'float': 250, 'str': 250, 'bool': 250, 'NoneType': 250, 'tuple': 250, 'list': 250}
