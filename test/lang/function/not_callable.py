for x in (5, "s", None, [1], 2.5):
    try:
        x()
    except TypeError as e:
        print(e)  # expect: 'int' object is not callable
        # expect: 'str' object is not callable
        # expect: 'NoneType' object is not callable
        # expect: 'list' object is not callable
        # expect: 'float' object is not callable
