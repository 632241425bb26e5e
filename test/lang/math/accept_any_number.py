import math
class F:
    def __float__(self):
        return 6.25
print(math.sqrt(F()), math.sqrt(True), math.sqrt(10 ** 40), math.floor(7), math.sin(0))  # expect: 2.5 1.0 1e+20 7 0.0
