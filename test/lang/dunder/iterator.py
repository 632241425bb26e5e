class Count:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
print(list(Count(3)), sum(Count(5)), [*Count(2)], max(Count(4)))  # expect: [2, 1, 0] 10 [1, 0] 3
it = iter(Count(1))
print(next(it), next(it, "done"))  # expect: 0 done
try:
    next(it)
except StopIteration as e:
    print("stop", e.value)  # expect: stop None
