for f in (lambda: range(1.0), lambda: range(0, 5, 0), lambda: range(5)[5], lambda: range(), lambda: range("a"), lambda: range(5).index(9)):
    try:
        f()
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)  # expect: TypeError 'float' object cannot be interpreted as an integer
        # expect: ValueError range() arg 3 must not be zero
        # expect: IndexError range object index out of range
        # expect: TypeError range expected at least 1 argument, got 0
        # expect: TypeError 'str' object cannot be interpreted as an integer
        # expect: ValueError 9 is not in range
