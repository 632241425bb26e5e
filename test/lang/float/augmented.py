x = 1.5
x += 1; print(x)  # expect: 2.5
x *= 3; print(x)  # expect: 7.5
x -= 0.25; print(x)  # expect: 7.25
x /= 2; print(x)  # expect: 3.625
x //= 1; print(x)  # expect: 3.0
x **= 2; print(x)  # expect: 9.0
x %= 4; print(x)  # expect: 1.0
