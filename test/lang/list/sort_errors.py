try:
    [1, "a"].sort()
except TypeError as e:
    print(e)  # expect: '<' not supported between instances of 'str' and 'int'
try:
    sorted([1, 2], key=lambda x: x / 0)
except ZeroDivisionError as e:
    print(e)  # expect: division by zero
