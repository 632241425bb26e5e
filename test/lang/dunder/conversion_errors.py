class Bad:
    def __int__(self):
        return "x"
    def __float__(self):
        return 1
    def __len__(self):
        return -1
    def __str__(self):
        return 5
    def __index__(self):
        return 1.0
    def __hash__(self):
        return "h"
b = Bad()
for f in (lambda: int(b), lambda: float(b), lambda: len(b), lambda: str(b), lambda: [1][b], lambda: hash(b), lambda: len(5), lambda: float([])):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)  # expect: TypeError __int__ returned non-int (type str)
        # expect: TypeError Bad.__float__ returned non-float (type int)
        # expect: ValueError __len__() should return >= 0
        # expect: TypeError __str__ returned non-string (type int)
        # expect: TypeError __index__ returned non-int (type float)
        # expect: TypeError __hash__ method should return an integer
        # expect: TypeError object of type 'int' has no len()
        # expect: TypeError float() argument must be a string or a real number, not 'list'
