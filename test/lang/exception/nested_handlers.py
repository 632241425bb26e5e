for i in range(4):
    try:
        try:
            if i == 0:
                raise ValueError
            if i == 1:
                raise KeyError
            if i == 2:
                [][1]
            print("none", i)
        except ValueError:
            print("inner", i)  # expect: inner 0
    except LookupError as e:
        print("outer", i, type(e).__name__)  # expect: outer 1 KeyError
        # expect: outer 2 IndexError
        # expect: none 3
