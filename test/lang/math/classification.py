import math
print(math.isnan(float("nan")), math.isinf(-math.inf), math.isfinite(1.0), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.copysign(3, -0.0), math.copysign(-1, 2.0))  # expect: True True True True False -3.0 1.0
