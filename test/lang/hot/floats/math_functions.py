import math
from math import sqrt, floor
s = 0.0
for i in range(1, 1500):
    s += sqrt(i) + math.floor(i / 3) + math.fabs(-i) + floor(-i * 0.5) + math.ceil(i / 7)
print(s)  # expect: 1135960.2617349469
bad = 0
for i in range(-300, 300):
    try:
        s += sqrt(i)
    except ValueError:
        bad += 1
print(s, bad)  # expect: 1139415.49761545 300
