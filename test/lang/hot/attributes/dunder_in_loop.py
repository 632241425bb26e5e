class M:
    def __init__(self, n):
        self.n = n
    def __add__(self, o):
        return M((self.n + (o.n if isinstance(o, M) else o)) % 1009)
    def __radd__(self, o):
        return M((self.n + o) % 1009)
    def __eq__(self, o):
        return self.n == (o.n if isinstance(o, M) else o)
    def __lt__(self, o):
        return self.n < o.n
    def __getitem__(self, i):
        return self.n * i
    def __bool__(self):
        return self.n % 2 == 1
    def __len__(self):
        return self.n
m = M(1)
hits = 0
for i in range(1000):
    m = m + M(i) + 3
    m = 5 + m
    if m == 100 or m < M(50):
        hits += 1
    if m:
        hits += m[2] % 2 + len(m) % 3
print(m.n, hits)  # expect: 983 539
