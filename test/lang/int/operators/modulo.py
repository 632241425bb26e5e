# The remainder has the sign of the divisor.
print(7 % 3, -7 % 3, 7 % -3, -7 % -3)  # expect: 1 2 -2 -1
print(6 % 3, -6 % 3, 6 % -3, -6 % -3)  # expect: 0 0 0 0
print(0 % 5, 0 % -5)  # expect: 0 0
print(-1 % 7, 1 % -7)  # expect: 6 -6
