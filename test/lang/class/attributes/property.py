class T:
    def __init__(self):
        self._c = 0.0
    @property
    def c(self):
        return self._c
    @c.setter
    def c(self, v):
        if v < -273:
            raise ValueError("too cold")
        self._c = v
    @property
    def f(self):
        return self._c * 9 / 5 + 32
t = T()
t.c = 100
print(t.c, t.f)  # expect: 100 212.0
try:
    t.c = -300
except ValueError as e:
    print(e)  # expect: too cold
try:
    t.f = 1
except AttributeError as e:
    print(e)  # expect: property 'f' of 'T' object has no setter
try:
    del t.c
except AttributeError as e:
    print(e)  # expect: property 'c' of 'T' object has no deleter
