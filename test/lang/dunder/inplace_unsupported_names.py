# The message names the operator as it was written: `|=`, not `|`.
def loop(values, change):
    seen = {}
    for i in range(120):
        for x, y in values:
            try:
                change(x, y)
            except TypeError as e:
                seen[str(e)] = seen.get(str(e), 0) + 1
    for text in seen:
        print(text, seen[text])

def ior(x, y): x |= y
def iand(x, y): x &= y
def ishl(x, y): x <<= y
def imatmul(x, y): x @= y
def plain(x, y): x ^ y

values = [(1, 0.5), (0.5, 1), (1.5, 2.5), (True, 0.5), (2 ** 70, 1.0), (1, 'a'), ('a', 'b')]
loop(values, ior)  # expect: unsupported operand type(s) for |=: 'int' and 'float' 240
# expect: unsupported operand type(s) for |=: 'float' and 'int' 120
# expect: unsupported operand type(s) for |=: 'float' and 'float' 120
# expect: unsupported operand type(s) for |=: 'bool' and 'float' 120
# expect: unsupported operand type(s) for |=: 'int' and 'str' 120
# expect: unsupported operand type(s) for |=: 'str' and 'str' 120
loop(values, iand)  # expect: unsupported operand type(s) for &=: 'int' and 'float' 240
# expect: unsupported operand type(s) for &=: 'float' and 'int' 120
# expect: unsupported operand type(s) for &=: 'float' and 'float' 120
# expect: unsupported operand type(s) for &=: 'bool' and 'float' 120
# expect: unsupported operand type(s) for &=: 'int' and 'str' 120
# expect: unsupported operand type(s) for &=: 'str' and 'str' 120
loop(values, ishl)  # expect: unsupported operand type(s) for <<=: 'int' and 'float' 240
# expect: unsupported operand type(s) for <<=: 'float' and 'int' 120
# expect: unsupported operand type(s) for <<=: 'float' and 'float' 120
# expect: unsupported operand type(s) for <<=: 'bool' and 'float' 120
# expect: unsupported operand type(s) for <<=: 'int' and 'str' 120
# expect: unsupported operand type(s) for <<=: 'str' and 'str' 120
loop(values + [(1, 2), (True, False), (2 ** 70, 3)], imatmul)  # expect: unsupported operand type(s) for @=: 'int' and 'float' 240
# expect: unsupported operand type(s) for @=: 'float' and 'int' 120
# expect: unsupported operand type(s) for @=: 'float' and 'float' 120
# expect: unsupported operand type(s) for @=: 'bool' and 'float' 120
# expect: unsupported operand type(s) for @=: 'int' and 'str' 120
# expect: unsupported operand type(s) for @=: 'str' and 'str' 120
# expect: unsupported operand type(s) for @=: 'int' and 'int' 240
# expect: unsupported operand type(s) for @=: 'bool' and 'bool' 120
loop(values, plain)  # expect: unsupported operand type(s) for ^: 'int' and 'float' 240
# expect: unsupported operand type(s) for ^: 'float' and 'int' 120
# expect: unsupported operand type(s) for ^: 'float' and 'float' 120
# expect: unsupported operand type(s) for ^: 'bool' and 'float' 120
# expect: unsupported operand type(s) for ^: 'int' and 'str' 120
# expect: unsupported operand type(s) for ^: 'str' and 'str' 120
