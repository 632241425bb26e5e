class A:
    def __reversed__(self):
        return iter("rev")
    def __divmod__(self, o):
        return ("dm", o)
    def __pow__(self, o, m=None):
        return ("pow", o, m)
    def __floor__(self):
        return "floor"
import math
a = A()
print(list(reversed(a)), divmod(a, 3), a ** 2, pow(a, 2, 5), math.floor(a))  # expect: ['r', 'e', 'v'] ('dm', 3) ('pow', 2, None) ('pow', 2, 5) floor
