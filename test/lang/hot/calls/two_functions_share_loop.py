def total(xs):
    t = 0
    for x in xs:
        t = t + x
    return t
print(total(range(600)), total([0.5] * 600), total([1, 2.5] * 300), total((True,) * 600), total({i: 0 for i in range(500)}), total([2 ** 53] * 500))  # expect: 179700 300.0 1050.0 600 124750 4503599627370496000
try:
    total(["a"] * 600)
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for +: 'int' and 'str'
