class A:
    x: int = 5
    def __add__(self, o): return NotImplemented
d = {1: 2}
for k in d:
    d[k + 1] = 3
