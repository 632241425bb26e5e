e = "before"
try:
    1 / 0
except ZeroDivisionError as e:
    print(e)  # expect: division by zero
try:
    print(e)
except NameError as x:
    print(x)  # expect: name 'e' is not defined
