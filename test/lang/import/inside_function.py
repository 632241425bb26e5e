def f():
    import math
    return math.sqrt(9)
print(f())  # expect: 3.0
try:
    math
except NameError as e:
    print(e)  # expect: name 'math' is not defined
