class Count:
    def __init__(self, n):
        self.i = 0
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i
print(sum(Count(1500)))  # expect: 1125750
total = 0
for k in range(50):
    for v in Count(k):
        total += v
print(total)  # expect: 20825
