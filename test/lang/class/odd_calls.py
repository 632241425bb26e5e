# What random calls of native code found: messages that name the callable, names that are no text, parts of parameters.
import typing


def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


class Reflected:
    def __rpow__(self, o):
        return 1


for f in str.upper, len, 'a'.join, int, dict.fromkeys, tell, typing.cast, lambda: 1:
    tell(lambda: f(**5))  # expect: TypeError 'str.upper() argument after ** must be a mapping, not int'
    tell(lambda: f(*5))  # expect: TypeError 'str.upper() argument after * must be an iterable, not int'
    tell(lambda: f(**{1: 2}))  # expect: TypeError 'keywords must be strings'
    # expect: TypeError 'len() argument after ** must be a mapping, not int'
    # expect: TypeError 'len() argument after * must be an iterable, not int'
    # expect: TypeError 'keywords must be strings'
    # expect: TypeError 'str.join() argument after ** must be a mapping, not int'
    # expect: TypeError 'str.join() argument after * must be an iterable, not int'
    # expect: TypeError 'keywords must be strings'
    # expect: TypeError 'int() argument after ** must be a mapping, not int'
    # expect: TypeError 'int() argument after * must be an iterable, not int'
    # expect: TypeError 'keywords must be strings'
    # expect: TypeError 'dict.fromkeys() argument after ** must be a mapping, not int'
    # expect: TypeError 'dict.fromkeys() argument after * must be an iterable, not int'
    # expect: TypeError 'keywords must be strings'
    # expect: TypeError '__main__.tell() argument after ** must be a mapping, not int'
    # expect: TypeError '__main__.tell() argument after * must be an iterable, not int'
    # expect: TypeError 'keywords must be strings'
    # expect: TypeError 'typing.cast() argument after ** must be a mapping, not int'
    # expect: TypeError 'typing.cast() argument after * must be an iterable, not int'
    # expect: TypeError 'keywords must be strings'
    # expect: TypeError '__main__.<lambda>() argument after ** must be a mapping, not int'
    # expect: TypeError '__main__.<lambda>() argument after * must be an iterable, not int'
    # expect: TypeError 'keywords must be strings'
tell(lambda: object.__le__(1, **5))  # expect: TypeError 'object.__le__() argument after ** must be a mapping, not int'
tell(lambda: type('\ud800', (), {}))  # expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"
tell(lambda: type('a\0b', (), {}))  # expect: ValueError 'type name must not contain null characters'
tell(lambda: pow(Reflected(), 2, 5))  # expect: AttributeError '__pow__'
tell(lambda: pow(Reflected(), 2))  # expect: TypeError "unsupported operand type(s) for ** or pow(): 'Reflected' and 'int'"
tell(lambda: pow(2, Reflected()))  # expect: 1
for part in typing.ParamSpecArgs, typing.ParamSpecKwargs:
    for origin in typing.ParamSpec('P'), 'x', 5, None:
        tell(lambda: part(origin))  # expect: P.args
        # expect: 'x'.args
        # expect: 5.args
        # expect: None.args
        # expect: P.kwargs
        # expect: 'x'.kwargs
        # expect: 5.kwargs
        # expect: None.kwargs
