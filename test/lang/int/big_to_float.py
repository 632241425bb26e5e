print(float(2 ** 60), float(10 ** 25), 10 ** 22 * 1.0)  # expect: 1.152921504606847e+18 1e+25 1e+22
print(2 ** 64 + 0.5, 3 ** 50 / 2 ** 50)  # expect: 1.8446744073709552e+19 637621500.2140496
try:
    float(10 ** 400)
except OverflowError as e:
    print(e)  # expect: int too large to convert to float
try:
    10 ** 400 / 3
except OverflowError as e:
    print(e)  # expect: integer division result too large for a float
