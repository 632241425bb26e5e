# The quotient is rounded down, whatever the signs.
print(7 // 2, -7 // 2, 7 // -2, -7 // -2)  # expect: 3 -4 -4 3
print(0 // 5, 0 // -5)  # expect: 0 0
print(1 // -2)  # expect: -1
print(6 // 3, -6 // 3, 6 // -3, -6 // -3)  # expect: 2 -2 -2 2
