class A:
    def __init__(self, n):
        self.n = n
class B(A):
    def __init__(self, n, m):
        super().__init__(n)
        self.m = m
b = B(1, 2)
print(b.n, b.m, vars(b))  # expect: 1 2 {'n': 1, 'm': 2}
