class Adder:
    def __init__(self, n):
        self.n = n
    def __call__(self, x, *, k=0):
        return self.n + x + k
a = Adder(10)
print(a(5), a(1, k=2), callable(a), callable(5), list(map(a, [1, 2])))  # expect: 15 13 True False [11, 12]
