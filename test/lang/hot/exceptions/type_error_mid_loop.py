xs = [1] * 900 + ["x"] + [1] * 100
total = 0
try:
    for i, x in enumerate(xs):
        total += x
except TypeError as e:
    print(e, i, total)  # expect: unsupported operand type(s) for +=: 'int' and 'str' 900 900
