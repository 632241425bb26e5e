try:
    [1, 2][::0]
except ValueError as e:
    print(e)  # expect: slice step cannot be zero
try:
    "ab"["a":]
except TypeError as e:
    print(e)  # expect: slice indices must be integers or None or have an __index__ method
