def f():
    try:
        1 / 0
    except ZeroDivisionError:
        print("first")
        raise
try:
    f()  # expect: first
except ZeroDivisionError as e:
    print("second", e)  # expect: second division by zero
try:
    raise
except RuntimeError as e:
    print(e)  # expect: No active exception to reraise
