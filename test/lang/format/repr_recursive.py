a = [1]
a.append(a)
d = {}
d["self"] = d
print(a, d)  # expect: [1, [...]] {'self': {...}}
