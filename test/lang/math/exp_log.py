import math
print(math.exp(0), math.exp(1), math.log(1), math.log(math.e), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(0.0), math.expm1(0.0), math.pow(2, 0.5), math.log(10 ** 50), math.log2(2 ** 100), math.exp(-745.5), math.log10(10 ** 30))  # expect: 1.0 2.718281828459045 0.0 1.0 3.0 10.0 3.0 0.0 0.0 1.4142135623730951 115.12925464970229 100.0 0.0 30.0
