print(float("1.5"), float("  -2e3 "), float("1_0.5"), float(".5"), float("5."), float("1E5"), float(3), float(True), float())  # expect: 1.5 -2000.0 10.5 0.5 5.0 100000.0 3.0 1.0 0.0
print(float("nan"), float("-Infinity"), float("+inf"))  # expect: nan -inf inf
for bad in ("", "abc", "1.5.2", "1e", "0x10", "1_", "--1"):
    try:
        float(bad)
    except ValueError as e:
        print(e)  # expect: could not convert string to float: ''
        # expect: could not convert string to float: 'abc'
        # expect: could not convert string to float: '1.5.2'
        # expect: could not convert string to float: '1e'
        # expect: could not convert string to float: '0x10'
        # expect: could not convert string to float: '1_'
        # expect: could not convert string to float: '--1'
