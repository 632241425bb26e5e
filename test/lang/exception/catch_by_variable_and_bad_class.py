kinds = (ValueError, TypeError)
try:
    int("x")
except kinds as e:
    print("caught", e)  # expect: caught invalid literal for int() with base 10: 'x'
try:
    try:
        1 / 0
    except "not a class":
        pass
except TypeError as e:
    print(e)  # expect: catching classes that do not inherit from BaseException is not allowed
