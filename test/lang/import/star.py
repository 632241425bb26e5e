from math import *
print(floor(cos(0.0)), factorial(5))  # expect: 1 120
