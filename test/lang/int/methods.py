print((255).bit_length(), (0).bit_length(), (-256).bit_length(), (2 ** 70).bit_length())  # expect: 8 0 9 71
print((255).bit_count(), (-7).bit_count())  # expect: 8 3
print((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate())  # expect: 5 0 5 1 5
print((6).__add__(3), int.__mul__(4, 5))  # expect: 9 20
