try:
    [1 // x for x in (2, 1, 0)]
except ZeroDivisionError as e:
    print(e)  # expect: integer division or modulo by zero
def f():
    try:
        return [int(s) for s in ("1", "b")]
    except ValueError as e:
        return str(e)
print(f())  # expect: invalid literal for int() with base 10: 'b'
