for bad in ("", "12a", "1.5", "0x1f", "1__0"):
    try:
        int(bad)
    except ValueError as e:
        print(e)  # expect: invalid literal for int() with base 10: ''
        # expect: invalid literal for int() with base 10: '12a'
        # expect: invalid literal for int() with base 10: '1.5'
        # expect: invalid literal for int() with base 10: '0x1f'
        # expect: invalid literal for int() with base 10: '1__0'
for bad in (float("nan"), float("inf"), None, [], "7", 3):
    try:
        print(int(bad, 99) if isinstance(bad, str) else int(bad))
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)  # expect: ValueError cannot convert float NaN to integer
        # expect: OverflowError cannot convert float infinity to integer
        # expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
        # expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
        # expect: ValueError int() base must be >= 2 and <= 36, or 0
        # expect: 3
