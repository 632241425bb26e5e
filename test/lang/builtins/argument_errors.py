for f in (lambda: len(), lambda: len([], []), lambda: len(5), lambda: abs("x"), lambda: sum(5), lambda: sum(["a"]), lambda: min(), lambda: min([]), lambda: max(1), lambda: sorted(5), lambda: ord(5), lambda: int([]), lambda: print(foo=1), lambda: iter(5), lambda: next(5), lambda: round("x"), lambda: enumerate(), lambda: zip(1), lambda: isinstance(1), lambda: range("x"), lambda: divmod(1, "x"), lambda: sorted([1], foo=2)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)  # expect: TypeError len() takes exactly one argument (0 given)
        # expect: TypeError len() takes exactly one argument (2 given)
        # expect: TypeError object of type 'int' has no len()
        # expect: TypeError bad operand type for abs(): 'str'
        # expect: TypeError 'int' object is not iterable
        # expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
        # expect: TypeError min expected at least 1 argument, got 0
        # expect: ValueError min() iterable argument is empty
        # expect: TypeError 'int' object is not iterable
        # expect: TypeError 'int' object is not iterable
        # expect: TypeError ord() expected string of length 1, but int found
        # expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
        # expect: TypeError print() got an unexpected keyword argument 'foo'
        # expect: TypeError 'int' object is not iterable
        # expect: TypeError 'int' object is not an iterator
        # expect: TypeError type str doesn't define __round__ method
        # expect: TypeError enumerate() missing required argument 'iterable'
        # expect: TypeError 'int' object is not iterable
        # expect: TypeError isinstance expected 2 arguments, got 1
        # expect: TypeError 'str' object cannot be interpreted as an integer
        # expect: TypeError unsupported operand type(s) for divmod(): 'int' and 'str'
        # expect: TypeError sort() got an unexpected keyword argument 'foo'
