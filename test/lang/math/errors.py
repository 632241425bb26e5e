import math
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.acos(2), lambda: math.pow(0, -1), lambda: math.fmod(1, 0), lambda: math.sqrt("x"), lambda: math.floor(float("nan")), lambda: math.ceil(math.inf), lambda: math.isqrt(-1), lambda: math.sqrt(), lambda: math.cosh(1000)):
    try:
        print(f())
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)  # expect: ValueError math domain error
        # expect: ValueError math domain error
        # expect: ValueError math domain error
        # expect: OverflowError math range error
        # expect: ValueError factorial() not defined for negative values
        # expect: TypeError 'float' object cannot be interpreted as an integer
        # expect: ValueError math domain error
        # expect: ValueError math domain error
        # expect: ValueError math domain error
        # expect: TypeError must be real number, not str
        # expect: ValueError cannot convert float NaN to integer
        # expect: OverflowError cannot convert float infinity to integer
        # expect: ValueError isqrt() argument must be nonnegative
        # expect: TypeError math.sqrt() takes exactly one argument (0 given)
        # expect: OverflowError math range error
