for f in (lambda: "{}".format(), lambda: "{x}".format(), lambda: "{} {1}".format(1, 2), lambda: "{".format(1), lambda: "{:d}".format("a"), lambda: "{:d}".format(1.5), lambda: "{:s}".format(1), lambda: f"{1:q}", lambda: "{:,s}".format("a")):
    try:
        print(f())
    except (IndexError, KeyError, ValueError) as e:
        print(type(e).__name__, e)  # expect: IndexError Replacement index 0 out of range for positional args tuple
        # expect: KeyError 'x'
        # expect: ValueError cannot switch from automatic field numbering to manual field specification
        # expect: ValueError Single '{' encountered in format string
        # expect: ValueError Unknown format code 'd' for object of type 'str'
        # expect: ValueError Unknown format code 'd' for object of type 'float'
        # expect: ValueError Unknown format code 's' for object of type 'int'
        # expect: ValueError Unknown format code 'q' for object of type 'int'
        # expect: ValueError Cannot specify ',' with 's'.
