class A:
    def __init__(self, n):
        self.n = n
    def f(self):
        return self.n
class B(A):
    def __init__(self, n):
        super().__init__(n + 1)
        self.m = n
    def f(self):
        return super().f() * 2 + self.m
total = 0
for i in range(800):
    total += B(i).f()
print(total)  # expect: 960400
