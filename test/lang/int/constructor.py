print(int("42"), int(" -17\n"), int("1_000"), int("ff", 16), int("0xff", 0), int("-0b11", 0))  # expect: 42 -17 1000 255 255 -3
print(int(3.99), int(-3.99), int(True), int(), int("z", 36))  # expect: 3 -3 1 0 35
print(int(1e20), int(-1e15))  # expect: 100000000000000000000 -1000000000000000
