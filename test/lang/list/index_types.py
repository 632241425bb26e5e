class I:
    def __index__(self):
        return 1
a = [10, 20, 30]
print(a[True], a[I()])  # expect: 20 20
for bad in (1.0, "1", None):
    try:
        a[bad]
    except TypeError as e:
        print(e)  # expect: list indices must be integers or slices, not float
        # expect: list indices must be integers or slices, not str
        # expect: list indices must be integers or slices, not NoneType
try:
    a[10 ** 30]
except IndexError as e:
    print(e)  # expect: cannot fit 'int' into an index-sized integer
