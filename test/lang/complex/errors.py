for f in (lambda: 1j < 2j, lambda: 1j // 1, lambda: 1j % 2, lambda: int(1j), lambda: 1j / 0, lambda: complex("x")):
    try:
        f()
    except (TypeError, ZeroDivisionError, ValueError) as e:
        print(type(e).__name__, e)  # expect: TypeError '<' not supported between instances of 'complex' and 'complex'
        # expect: TypeError unsupported operand type(s) for //: 'complex' and 'int'
        # expect: TypeError unsupported operand type(s) for %: 'complex' and 'int'
        # expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
        # expect: ZeroDivisionError complex division by zero
        # expect: ValueError complex() arg is a malformed string
