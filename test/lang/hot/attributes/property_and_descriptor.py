class T:
    def __init__(self):
        self._v = 0
    @property
    def v(self):
        return self._v
    @v.setter
    def v(self, x):
        self._v = x % 1000
    @staticmethod
    def s(x):
        return x & 3
    @classmethod
    def c(cls, x):
        return cls.k + x
    k = 5
t = T()
for i in range(1500):
    t.v = t.v + t.s(i) + T.c(i) + t.c(1)
print(t.v)  # expect: 0
