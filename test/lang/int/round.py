print(round(5), round(1234, -2), round(1250, -2), round(1350, -2), round(-15, -1), round(25, -1))  # expect: 5 1200 1200 1400 -20 20
print(round(7, 3), round(10 ** 20 + 55, -2))  # expect: 7 100000000000000000100
