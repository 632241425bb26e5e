print(2.0 ** 3, 2 ** 0.5, (-8) ** 2.0, 0.0 ** 0, 1.0 ** float("inf"), float("inf") ** 0)  # expect: 8.0 1.4142135623730951 64.0 1.0 1.0 1.0
print((-8) ** (1 / 3))  # expect: (1.0000000000000002+1.7320508075688772j)
print((-1.0) ** 0.5)  # expect: (6.123233995736766e-17+1j)
print(2.0 ** -1074, 10.0 ** -5)  # expect: 5e-324 1e-05
try:
    10.0 ** 400
except OverflowError as e:
    print(e)  # expect: (34, 'Numerical result out of range')
