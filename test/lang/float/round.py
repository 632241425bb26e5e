print(round(2.5), round(3.5), round(-2.5), round(0.5), round(1.5), round(2.675, 2), round(1.005, 2))  # expect: 2 4 -2 0 2 2.67 1.0
print(round(1234.5678, 2), round(1234.5678, -2), round(1234.5678, 0), round(5e-324, 400), round(1e300, 2))  # expect: 1234.57 1200.0 1235.0 5e-324 1e+300
print(type(round(2.0)).__name__, type(round(2.0, 0)).__name__, round(1e20))  # expect: int float 100000000000000000000
