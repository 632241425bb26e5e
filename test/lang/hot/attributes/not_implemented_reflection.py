class A:
    def __mul__(self, o):
        if isinstance(o, int):
            return o * 2
        return NotImplemented
class B:
    def __rmul__(self, o):
        return 7
a, b = A(), B()
total = 0
for i in range(1200):
    total += a * (i if i % 3 else b)
    if i % 400 == 0:
        try:
            a * "x"
        except TypeError as e:
            total += 1000
print(total)  # expect: 965800
