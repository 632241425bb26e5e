class N:
    def __init__(self, n):
        self.n = n
    def __eq__(self, o):
        return self.n == o.n
    def __lt__(self, o):
        return self.n < o.n
    def __le__(self, o):
        return self.n <= o.n
    def __repr__(self):
        return f"N{self.n}"
a, b = N(1), N(2)
print(a < b, a > b, a <= a, b >= a, a == N(1), a != b, sorted([b, a, N(0)]), max(a, b), a < b < N(3))  # expect: True False True True True True [N0, N1, N2] N2 True
