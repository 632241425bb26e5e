import math
print(math.fmod(-7, 3), math.fmod(7.5, -2), math.modf(-2.75), math.frexp(10.0), math.ldexp(0.625, 4), math.remainder(7, 4), math.fmod(1e20, 3), math.frexp(0.0), math.ulp(1.0), math.nextafter(1.0, 2.0))  # expect: -1.0 1.5 (-0.75, -2.0) (0.625, 4) 10.0 -1.0 1.0 (0.0, 0) 2.220446049250313e-16 1.0000000000000002
