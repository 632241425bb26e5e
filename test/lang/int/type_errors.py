for f in (lambda: 1 + "a", lambda: "a" + 1, lambda: 1 - None, lambda: [] * 1.5, lambda: 1 < "a", lambda: -"x", lambda: ~1.5, lambda: 1 @ 2, lambda: 3 & 1.0, lambda: {} < {}):
    try:
        f()
    except TypeError as e:
        print(e)  # expect: unsupported operand type(s) for +: 'int' and 'str'
        # expect: can only concatenate str (not "int") to str
        # expect: unsupported operand type(s) for -: 'int' and 'NoneType'
        # expect: can't multiply sequence by non-int of type 'float'
        # expect: '<' not supported between instances of 'int' and 'str'
        # expect: bad operand type for unary -: 'str'
        # expect: bad operand type for unary ~: 'float'
        # expect: unsupported operand type(s) for @: 'int' and 'int'
        # expect: unsupported operand type(s) for &: 'int' and 'float'
        # expect: '<' not supported between instances of 'dict' and 'dict'
