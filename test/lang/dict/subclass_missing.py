class D(dict):
    def __missing__(self, key):
        return key * 2
d = D(a=1)
print(d["a"], d["b"], d.get("b"), "b" in d, d)  # expect: 1 bb None False {'a': 1}
