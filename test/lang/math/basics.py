import math
print(math.sqrt(2), math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.7), math.fabs(-3), math.pi, math.e, math.tau, math.inf, math.nan)  # expect: 1.4142135623730951 -3 -2 -2 3.0 3.141592653589793 2.718281828459045 6.283185307179586 inf nan
print(math.floor(2.0 ** 70), math.ceil(5), math.isqrt(10 ** 20), math.isqrt(99))  # expect: 1180591620717411303424 5 10000000000 9
