class K:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return self.n % 3
    def __eq__(self, other):
        return isinstance(other, K) and self.n == other.n
    def __repr__(self):
        return f"K{self.n}"
d = {K(i): i for i in range(7)}
d[K(3)] = "three"
del d[K(0)]
print(d, K(6) in d, K(7) in d, d[K(3)])  # expect: {K1: 1, K2: 2, K3: 'three', K4: 4, K5: 5, K6: 6} True False three
