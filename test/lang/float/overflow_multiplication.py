x = 1e200
print(x * x, -x * x, x ** 1.5)  # expect: inf -inf 9.999999999999999e+299
try:
    print(x ** 2)
except OverflowError as e:
    print(type(e).__name__, e)  # expect: OverflowError (34, 'Numerical result out of range')
