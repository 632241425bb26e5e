print((1.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (-2.0).as_integer_ratio())  # expect: False True (3, 4) (-2, 1)
print((1.0).hex(), (0.1).hex(), float.fromhex("0x1.8p3"), (2.5).real, (2.5).conjugate())  # expect: 0x1.0000000000000p+0 0x1.999999999999ap-4 12.0 2.5 2.5
