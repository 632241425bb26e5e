try:
    0 ** -1
except ZeroDivisionError as e:
    print(e)  # expect: 0.0 cannot be raised to a negative power
