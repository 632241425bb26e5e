import math
print(math.sin(0.0), math.cos(0.0), math.atan2(0.0, -1.0), math.atan2(-0.0, -1.0), math.degrees(math.pi), math.radians(180), math.hypot(3, 4), math.hypot(1, 2, 2), math.asin(1), math.acos(1), math.atan(1), math.dist((0, 0), (3, 4)))  # expect: 0.0 1.0 3.141592653589793 -3.141592653589793 180.0 3.141592653589793 5.0 3.0 1.5707963267948966 0.0 0.7853981633974483 5.0
