# How native code words errors about its arguments, by the way CPython parses them.
import collections
import csv
import decimal
import itertools
import operator
import types
import typing
import weakref


def told(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


D, C = decimal.Decimal(3), decimal.Context()


class Odd:
    keys = 5


# Initialisers of native types take what their makers take.
told(lambda: type(reversed([])).__init__(reversed([1]), 1, 2))  # expect: None
told(lambda: itertools.starmap.__init__(len, None))  # expect: None
told(lambda: object.__init__(object(), 1))  # expect: TypeError object.__init__() takes exactly one argument (the instance to initialize)
# Class methods are called by the class they were asked of.
told(lambda: operator.itemgetter.__subclasshook__(1, 2))  # expect: TypeError itemgetter.__subclasshook__() takes exactly one argument (2 given)
told(lambda: operator.itemgetter.__subclasshook__(x=3))  # expect: TypeError itemgetter.__subclasshook__() takes no keyword arguments
told(lambda: int.from_bytes())  # expect: TypeError from_bytes() missing required argument 'bytes' (pos 1)
# Slots of items and powers are unpacked without a name.
told(lambda: [].__imul__())  # expect: TypeError  expected 1 argument, got 0
told(lambda: [].__getitem__())  # expect: TypeError list.__getitem__() takes exactly one argument (0 given)
told(lambda: (2).__pow__())  # expect: TypeError  expected at least 1 argument, got 0
told(lambda: (2).__mul__())  # expect: TypeError expected 1 argument, got 0
told(lambda: [].__setitem__(1))  # expect: TypeError  expected 2 arguments, got 1
told(lambda: memoryview(b'').__buffer__())  # expect: TypeError  expected 1 argument, got 0
told(lambda: property(len).__get__())  # expect: TypeError  expected at least 1 argument, got 0
# What takes names counts positions by another text.
told(lambda: 'a'.replace('a'))  # expect: TypeError replace() takes at least 2 positional arguments (1 given)
told(lambda: b'a'.translate())  # expect: TypeError translate() takes at least 1 positional argument (0 given)
told(lambda: eval())  # expect: TypeError eval() takes at least 1 positional argument (0 given)
told(lambda: types.MappingProxyType([], 1, 2))  # expect: TypeError mappingproxy() takes at most 1 argument (3 given)
told(lambda: itertools.compress([], [], 3))  # expect: TypeError compress() takes at most 2 arguments (3 given)
told(lambda: (lambda: 0).__code__.replace(1))  # expect: TypeError replace() takes no positional arguments
# Parsed without a name.
told(lambda: csv.writer())  # expect: TypeError  expected at least 1 argument, got 0
told(lambda: C.add(1))  # expect: TypeError function takes exactly 2 arguments (1 given)
told(lambda: D.is_normal(1, 2))  # expect: TypeError function takes at most 1 argument (2 given)
told(lambda: D.copy_sign())  # expect: TypeError function missing required argument 'other' (pos 1)
told(lambda: D.compare(1, maxsplit=0))  # expect: TypeError this function got an unexpected keyword argument 'maxsplit'
told(lambda: C.canonical(3))  # expect: TypeError argument must be a Decimal
told(lambda: C.radix())  # expect: 10
# Anything with `keys` is taken for a mapping.
told(lambda: dict(**Odd()))  # expect: TypeError 'int' object is not callable
told(lambda: {**Odd()})  # expect: TypeError 'int' object is not callable
told(lambda: told(**5))  # expect: TypeError __main__.told() argument after ** must be a mapping, not int
# Members of structures.
told(lambda: delattr(1j, 'imag'))  # expect: AttributeError readonly attribute
told(lambda: setattr(told.__code__, 'co_name', 'x'))  # expect: AttributeError readonly attribute
told(lambda: setattr(slice(1), 'start', 2))  # expect: AttributeError readonly attribute
print(complex.imag, types.CodeType.co_name, slice.start, type(range.stop))  # expect: <member 'imag' of 'complex' objects> <member 'co_name' of 'code' objects> <member 'start' of 'slice' objects> <class 'member_descriptor'>
# Comparisons come six at a time.
told(lambda: types.MethodType.__lt__(told))  # expect: TypeError descriptor '__lt__' requires a 'method' object but received a 'function'
told(lambda: weakref.ReferenceType.__ge__(1, 2))  # expect: TypeError descriptor '__ge__' requires a 'weakref.ReferenceType' object but received a 'int'
told(lambda: types.MappingProxyType({}).__lt__({}))  # expect: TypeError '<' not supported between instances of 'dict' and 'dict'
told(lambda: types.MappingProxyType({}) < {})  # expect: TypeError '<' not supported between instances of 'dict' and 'dict'
print((lambda: 0).__call__ != (lambda: 0).__call__, [].append != [].append, print != print)  # expect: True True False
# The rest.
told(lambda: format(type('Str', (str,), {})('s'), '+.3e'))  # expect: ValueError Unknown format code 'e' for object of type 'Str'
told(lambda: typing.ParamSpecArgs('a'))  # expect: 'a'.args
told(lambda: weakref.ref(counter := collections.Counter('ab'))() is counter)  # expect: True
