# Warnings name the line of the caller that is asked for.
import warnings

warnings.simplefilter('always')
found = []
warnings.showwarning = lambda message, category, filename, lineno, *rest: found.append((str(message), lineno - warn.__code__.co_firstlineno))


def warn(text, level):
    warnings.warn(text, stacklevel=level)


def one(i):
    warn('one', 1)
    warn('two', 2)
    return i


def two(i):
    one(i)
    warn('three', 3)
    return ~(i == i)


for i in range(4):
    two(i)
    print(found)  # expect: [('one', 1), ('two', 6), ('three', 17), ("Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.", 13)]
    # expect: [('one', 1), ('two', 6), ('three', 17), ("Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.", 13)]
    # expect: [('one', 1), ('two', 6), ('three', 17), ("Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.", 13)]
    # expect: [('one', 1), ('two', 6), ('three', 17), ("Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.", 13)]
    found.clear()
