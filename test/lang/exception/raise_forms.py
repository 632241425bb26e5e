for f in ("class", "instance", "args"):
    try:
        if f == "class":
            raise ValueError
        elif f == "instance":
            raise ValueError("x")
        raise ValueError("a", 2)
    except ValueError as e:
        print(repr(e), str(e), e.args)  # expect: ValueError()  ()
        # expect: ValueError('x') x ('x',)
        # expect: ValueError('a', 2) ('a', 2) ('a', 2)
for bad in (5, "str", int):
    try:
        raise bad
    except TypeError as e:
        print(e)  # expect: exceptions must derive from BaseException
        # expect: exceptions must derive from BaseException
        # expect: exceptions must derive from BaseException
