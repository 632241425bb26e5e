class A:
    pass
a = A()
for f in (lambda: a + a, lambda: -a, lambda: a[0], lambda: len(a), lambda: a(), lambda: iter(a), lambda: 1 in a, lambda: abs(a), lambda: a @ a, lambda: a ** 2, lambda: a << 1):
    try:
        f()
    except TypeError as e:
        print(e)  # expect: unsupported operand type(s) for +: 'A' and 'A'
        # expect: bad operand type for unary -: 'A'
        # expect: 'A' object is not subscriptable
        # expect: object of type 'A' has no len()
        # expect: 'A' object is not callable
        # expect: 'A' object is not iterable
        # expect: argument of type 'A' is not iterable
        # expect: bad operand type for abs(): 'A'
        # expect: unsupported operand type(s) for @: 'A' and 'A'
        # expect: unsupported operand type(s) for ** or pow(): 'A' and 'int'
        # expect: unsupported operand type(s) for <<: 'A' and 'int'
try:
    a[0] = 1
except TypeError as e:
    print(e)  # expect: 'A' object does not support item assignment
try:
    del a[0]
except TypeError as e:
    print(e)  # expect: 'A' object doesn't support item deletion
try:
    a += 1
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for +=: 'A' and 'int'
