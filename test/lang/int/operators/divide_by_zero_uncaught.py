x = 3
print(x // (x - 3))
# expect error: ZeroDivisionError: integer division or modulo by zero
