import math
print(math.fsum([0.1] * 10), math.fsum([1e20, 1, -1e20]), sum([1e20, 1, -1e20]), math.sumprod([1, 2], [3, 4]), math.cbrt(27), math.exp2(10))  # expect: 1.0 1.0 0.0 11 3.0000000000000004 1024.0
