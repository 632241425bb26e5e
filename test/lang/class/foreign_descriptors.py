import collections.abc
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class A:
    __len__ = list.__len__
    __getitem__ = dict.__getitem__
    __iter__ = list.__iter__
    __hash__ = str.__hash__
    __repr__ = int.__repr__
    __str__ = float.__repr__
    __contains__ = dict.__contains__
    __call__ = type.__call__
    __add__ = str.__add__
    __radd__ = int.__radd__
    __eq__ = str.__eq__
    __lt__ = list.__lt__
    __bool__ = int.__bool__
    __index__ = int.__index__
    __int__ = float.__int__
    __next__ = type(iter([])).__next__
    __setitem__ = list.__setitem__
    __delitem__ = collections.deque.__delitem__
    __format__ = str.__format__
    __reversed__ = list.__reversed__
    __iadd__ = list.__iadd__
    __neg__ = float.__neg__
    __abs__ = complex.__abs__
    __enter__ = collections.abc.Iterator.__iter__
    m = list.append
    n = str.upper
    __getattr__ = int.__add__
a = A()
for f in (lambda: len(a), lambda: a[0], lambda: iter(a), lambda: hash(a), lambda: repr(a), lambda: str(a), lambda: 3 in a, lambda: a(1), lambda: a + 'x',
          lambda: 1 + a, lambda: a == 'x', lambda: a < [1], lambda: bool(a), lambda: [1][a], lambda: int(a), lambda: next(a), lambda: a.__setitem__(1, 2),
          lambda: format(a), lambda: '%s' % a, lambda: f'{a}', lambda: list(reversed(a)), lambda: -a, lambda: abs(a), lambda: list(a), lambda: {a: 1}, lambda: a.m(1), lambda: a.n(), lambda: a.zzz,
          lambda: sum([a]), lambda: [*a], lambda: sorted([a, a]), lambda: min(a, a), lambda: "%d" % a, lambda: round(a), lambda: range(a)):
    t(f)  # expect: TypeError descriptor '__len__' requires a 'list' object but received a 'A'
    # expect: TypeError descriptor '__getitem__' for 'dict' objects doesn't apply to a 'A' object
    # expect: TypeError descriptor '__iter__' requires a 'list' object but received a 'A'
    # expect: TypeError descriptor '__hash__' requires a 'str' object but received a 'A'
    # expect: TypeError descriptor '__repr__' requires a 'int' object but received a 'A'
    # expect: TypeError descriptor '__repr__' requires a 'float' object but received a 'A'
    # expect: TypeError descriptor '__contains__' for 'dict' objects doesn't apply to a 'A' object
    # expect: TypeError descriptor '__call__' requires a 'type' object but received a 'A'
    # expect: TypeError descriptor '__add__' requires a 'str' object but received a 'A'
    # expect: TypeError descriptor '__radd__' requires a 'int' object but received a 'A'
    # expect: TypeError descriptor '__eq__' requires a 'str' object but received a 'A'
    # expect: TypeError descriptor '__lt__' requires a 'list' object but received a 'A'
    # expect: TypeError descriptor '__bool__' requires a 'int' object but received a 'A'
    # expect: TypeError descriptor '__index__' requires a 'int' object but received a 'A'
    # expect: TypeError descriptor '__int__' requires a 'float' object but received a 'A'
    # expect: TypeError descriptor '__next__' requires a 'list_iterator' object but received a 'A'
    # expect: TypeError descriptor '__setitem__' for 'list' objects doesn't apply to a 'A' object
    # expect: TypeError descriptor '__format__' for 'str' objects doesn't apply to a 'A' object
    # expect: TypeError descriptor '__repr__' requires a 'float' object but received a 'A'
    # expect: TypeError descriptor '__format__' for 'str' objects doesn't apply to a 'A' object
    # expect: TypeError descriptor '__reversed__' for 'list' objects doesn't apply to a 'A' object
    # expect: TypeError descriptor '__neg__' requires a 'float' object but received a 'A'
    # expect: TypeError descriptor '__abs__' requires a 'complex' object but received a 'A'
    # expect: TypeError descriptor '__iter__' requires a 'list' object but received a 'A'
    # expect: TypeError descriptor '__hash__' requires a 'str' object but received a 'A'
    # expect: TypeError descriptor 'append' for 'list' objects doesn't apply to a 'A' object
    # expect: TypeError descriptor 'upper' for 'str' objects doesn't apply to a 'A' object
    # expect: TypeError descriptor '__add__' requires a 'int' object but received a 'A'
    # expect: TypeError descriptor '__radd__' requires a 'int' object but received a 'A'
    # expect: TypeError descriptor '__iter__' requires a 'list' object but received a 'A'
    # expect: TypeError descriptor '__lt__' requires a 'list' object but received a 'A'
    # expect: TypeError descriptor '__lt__' requires a 'list' object but received a 'A'
    # expect: TypeError %d format: a real number is required, not A
    # expect: TypeError type A doesn't define __round__ method
    # expect: TypeError descriptor '__index__' requires a 'int' object but received a 'A'
def f():
    global a
    a += [1]
t(f)  # expect: TypeError descriptor '__iadd__' requires a 'list' object but received a 'A'
def f(): del a[0]
t(f)  # expect: TypeError descriptor '__delitem__' requires a 'collections.deque' object but received a 'A'
def f(): a[0] = 1
t(f)  # expect: TypeError descriptor '__setitem__' requires a 'list' object but received a 'A'
class S:
    __set__ = str.upper
    __get__ = list.append
class X: s = S()
t(lambda: X().s)  # expect: TypeError descriptor 'append' for 'list' objects doesn't apply to a 'S' object
def f(): X().s = 3
t(f)  # expect: TypeError descriptor 'upper' for 'str' objects doesn't apply to a 'S' object
class W:
    __enter__ = list.append
    __exit__ = list.append
def f():
    with W(): pass
t(f)  # expect: TypeError descriptor 'append' for 'list' objects doesn't apply to a 'W' object
class I:
    __init__ = list.__init__
    __new__ = object.__new__
t(lambda: I())  # expect: TypeError descriptor '__init__' requires a 'list' object but received a 'I'
class G:
    __getattribute__ = type.__getattribute__
t(lambda: G().x)  # expect: TypeError descriptor '__getattribute__' requires a 'type' object but received a 'G'
class GI(int):
    __add__ = str.__add__
    __eq__ = str.__eq__
    __hash__ = str.__hash__
t(lambda: GI() + GI())  # expect: TypeError descriptor '__add__' requires a 'str' object but received a 'GI'
t(lambda: GI() == GI())  # expect: TypeError descriptor '__eq__' requires a 'str' object but received a 'GI'
t(lambda: hash(GI()))  # expect: TypeError descriptor '__hash__' requires a 'str' object but received a 'GI'
for i in range(300):
    try: GI() + GI()
    except TypeError as e: m = str(e)
print(m)  # expect: descriptor '__add__' requires a 'str' object but received a 'GI'
class SA: __setattr__ = type.__setattr__; __delattr__ = type.__delattr__
def f(): SA().x = 1
t(f)  # expect: TypeError descriptor '__setattr__' requires a 'type' object but received a 'SA'
def f(): del SA().x
t(f)  # expect: TypeError descriptor '__delattr__' requires a 'type' object but received a 'SA'
class D: __dir__ = type.__dir__
t(lambda: dir(D()))  # expect: TypeError descriptor '__dir__' for 'type' objects doesn't apply to a 'D' object
class SZ: __sizeof__ = list.__sizeof__; __reduce_ex__ = set.__reduce__; __instancecheck__ = type.__instancecheck__
import copy, sys
t(lambda: sys.getsizeof(SZ()))  # expect: TypeError descriptor '__sizeof__' for 'list' objects doesn't apply to a 'SZ' object
t(lambda: copy.copy(SZ()))  # expect: TypeError descriptor '__reduce__' for 'set' objects doesn't apply to a 'SZ' object
t(lambda: isinstance(3, SZ()))  # expect: TypeError descriptor '__instancecheck__' for 'type' objects doesn't apply to a 'SZ' object
class Q:
    a = type.__dict__['__mro__']
    b = type(lambda: 0).__dict__['__code__']
    c = type(iter([])).__next__
    d = int.__dict__['real']
    __dict__ = type.__dict__['__dict__']
    __class__ = type.__dict__['__module__']
    class B: __slots__ = 'x'
    x = B.x
    def __init__(self): pass
q = Q()
for n in ('a', 'b', 'c', 'd', '__dict__', '__class__', 'x'):
    t(lambda: getattr(q, n))  # expect: TypeError descriptor '__mro__' for 'type' objects doesn't apply to a 'Q' object
    t(lambda: setattr(q, n, 1))  # expect: TypeError descriptor '__mro__' for 'type' objects doesn't apply to a 'Q' object
    t(lambda: delattr(q, n))  # expect: TypeError descriptor '__mro__' for 'type' objects doesn't apply to a 'Q' object
    # expect: TypeError descriptor '__code__' for 'function' objects doesn't apply to a 'Q' object
    # expect: TypeError descriptor '__code__' for 'function' objects doesn't apply to a 'Q' object
    # expect: TypeError descriptor '__code__' for 'function' objects doesn't apply to a 'Q' object
    # expect: TypeError descriptor '__next__' for 'list_iterator' objects doesn't apply to a 'Q' object
    # expect: None
    # expect: None
    # expect: TypeError descriptor 'real' for 'int' objects doesn't apply to a 'Q' object
    # expect: TypeError descriptor 'real' for 'int' objects doesn't apply to a 'Q' object
    # expect: TypeError descriptor 'real' for 'int' objects doesn't apply to a 'Q' object
    # expect: TypeError descriptor '__dict__' for 'type' objects doesn't apply to a 'Q' object
    # expect: TypeError descriptor '__dict__' for 'type' objects doesn't apply to a 'Q' object
    # expect: TypeError descriptor '__dict__' for 'type' objects doesn't apply to a 'Q' object
    # expect: TypeError descriptor '__module__' for 'type' objects doesn't apply to a 'Q' object
    # expect: TypeError descriptor '__module__' for 'type' objects doesn't apply to a 'Q' object
    # expect: TypeError descriptor '__module__' for 'type' objects doesn't apply to a 'Q' object
    # expect: TypeError descriptor 'x' for 'B' objects doesn't apply to a 'Q' object
    # expect: TypeError descriptor 'x' for 'B' objects doesn't apply to a 'Q' object
    # expect: TypeError descriptor 'x' for 'B' objects doesn't apply to a 'Q' object
def f():
    for i in range(3000):
        try: q.x
        except TypeError as e: m = str(e)
        try: q.c()
        except TypeError: pass
        try: q.x = 1
        except TypeError as e: m3 = str(e)
    return m, m3
t(f)  # expect: ("descriptor 'x' for 'B' objects doesn't apply to a 'Q' object", "descriptor 'x' for 'B' objects doesn't apply to a 'Q' object")
class Descr:
    def __set__(self, obj, value): obj.__dict__['v'] = value
class X: v = Descr()
x = X(); print(type(x.v).__name__); x.v = 42; print(x.v, sum(x.v for i in range(1000)))  # expect: Descr
# expect: 42 42000
