for flag in (True, False):
    if flag:
        def f():
            return "first"
    else:
        def f():
            return "second"
    print(f())  # expect: first
    # expect: second
