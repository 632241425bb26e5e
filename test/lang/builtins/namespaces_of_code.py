import builtins
old = builtins.__import__
def imp(name, *a, **k):
    print('import', name, [x if not isinstance(x, dict) else 'ns' for x in a], k)
    return old(name, *a, **k)
builtins.__import__ = imp
import math  # expect: import math ['ns', 'ns', None, 0] {}
from os import path as p  # expect: import os ['ns', 'ns', ('path',), 0] {}
import os.path as q  # expect: import os.path ['ns', 'ns', None, 0] {}
builtins.__import__ = old
obc = builtins.__build_class__
def bc(f, n, *b, **k):
    print('class', n, b)
    return obc(f, n, *b, **k)
builtins.__build_class__ = bc
class A(dict): pass  # expect: class A (<class 'dict'>,)
builtins.__build_class__ = obc
def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
c = compile("class A: pass", "", "exec")
t(exec, c, {'__builtins__': {}})  # expect: NameError __build_class__ not found
t(exec, compile("import os", '', 'exec'), {'__builtins__': {}})  # expect: ImportError __import__ not found
t(exec, compile("assert 0", '', 'exec'), {'__builtins__': {}})  # expect json: "AssertionError "
t(exec, compile("print", '', 'exec'), {'__builtins__': 123})  # expect: TypeError 'int' object is not subscriptable
t(exec, "print(__builtins__)", {'__builtins__': {'print': print}})  # expect: {'print': <built-in function print>}
# expect: None
import types
m = types.ModuleType('b'); m.len = lambda x: 'my len'
exec('print(len(3))', {'__builtins__': m, 'print': print})  # expect: my len
def f(): return len('abc')
t(types.FunctionType(f.__code__, {'__builtins__': {'len': lambda x: 42}}))  # expect: 42
t(types.FunctionType(f.__code__, {}))  # expect: 3
t(types.FunctionType(f.__code__, {'__builtins__': {}}))  # expect: NameError name 'len' is not defined
print(types.FunctionType(f.__code__, {'__builtins__': {'a': 1}}).__builtins__)  # expect: {'a': 1}
print(f.__builtins__ is builtins.__dict__)  # expect: True
class D(dict):
    def __missing__(self, k): return k * 2
print(eval('a + b', {}, D()))  # expect: aabb
print(eval('len', {'__builtins__': builtins}))  # expect: <built-in function len>
t(dir, 1, 2)  # expect: TypeError dir expected at most 1 argument, got 2
class X:
    __slots__ = 'a'
    def __dir__(self): return 3
t(dir, X())  # expect: TypeError 'int' object is not iterable
class Y:
    def __dir__(self): return ['b', 'a']
t(dir, Y())  # expect: ['a', 'b']
class Z:
    __dict__ = property(lambda s: {'q': 1})
t(vars, Z())  # expect: {'q': 1}
t(vars, 3)  # expect: TypeError vars() argument must have __dict__ attribute
for n in ('a b', '1', '', 'a\0', 'é', 3, b'a'):
    t(lambda: type('A', (), {'__slots__': [n]}))  # expect: TypeError __slots__ must be identifiers
    # expect: TypeError __slots__ must be identifiers
    # expect: TypeError __slots__ must be identifiers
    # expect: TypeError __slots__ must be identifiers
    # expect: <class '__main__.A'>
    # expect: TypeError __slots__ items must be strings, not 'int'
    # expect: TypeError __slots__ items must be strings, not 'bytes'
t(lambda: type('A', (), {'__slots__': ['a', 'a']}).a)  # expect: <member 'a' of 'A' objects>
t(lambda: type('A', (), {'__slots__': 'x', 'x': 1}))  # expect: ValueError 'x' in __slots__ conflicts with class variable
t(lambda: type('A', (int,), {'__slots__': ['x']}))  # expect: TypeError nonempty __slots__ not supported for subtype of 'int'
t(lambda: type('A', (), {'__slots__': ['__dict__', '__dict__']}))  # expect: TypeError __dict__ slot disallowed: we already got one
t(lambda: type('A', (), {'__slots__': ['__weakref__', '__weakref__']}))  # expect: TypeError __weakref__ slot disallowed: we already got one
t(lambda: type('A', (object, object), {}))  # expect: TypeError duplicate base class object
t(lambda: type('A\0', (), {}))  # expect: ValueError type name must not contain null characters
t(lambda: type('A', (), {}, x=1))  # expect: TypeError A.__init_subclass__() takes no keyword arguments
A = type('A', (), {'__doc__': 'x\0y\u1234', '__firstlineno__': 42})
print(ascii(A.__doc__), A.__firstlineno__, '__firstlineno__' in A.__dict__)  # expect: 'x\x00y\u1234' 42 True
for n in ('C\0', b'C', 3):
    try: A.__name__ = n
    except Exception as e: print(type(e).__name__, e)  # expect: ValueError type name must not contain null characters
    # expect: TypeError can only assign string to A.__name__, not 'bytes'
    # expect: TypeError can only assign string to A.__name__, not 'int'
try: A.__name__ = 'C\udcdc'
except Exception as e: print(type(e).__name__, e)  # expect: UnicodeEncodeError 'utf-8' codec can't encode character '\udcdc' in position 1: surrogates not allowed
try: A.__qualname__ = b'x'
except Exception as e: print(type(e).__name__, e)  # expect: TypeError can only assign string to A.__qualname__, not 'bytes'
try: del A.__name__
except Exception as e: print(type(e).__name__, e)  # expect: TypeError cannot delete '__name__' attribute of immutable type 'A'
t(type, 'A', (), {'__qualname__': 3})  # expect: TypeError type __qualname__ must be a str, not int
t(type, 'A', [], {})  # expect: TypeError type.__new__() argument 2 must be tuple, not list
t(type, 'A', (), 3)  # expect: TypeError type.__new__() argument 3 must be dict, not int
t(type, 'A', (3,), {})  # expect: TypeError metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
t(type, 'A', (bool,), {})  # expect: TypeError type 'bool' is not an acceptable base type
t(type)  # expect: TypeError type() takes 1 or 3 arguments
t(type, 1, 2)  # expect: TypeError type() takes 1 or 3 arguments
def gen():
    try: yield 1
    except ValueError: yield 2
g = gen()
g.__name__ = 'nm'; g.__qualname__ = 'qn'; print(repr(g)[:24])  # expect json: "<generator object qn at "
try: g.__name__ = 3
except TypeError as e: print(e)  # expect: __name__ must be set to a string object
try: del g.__name__
except TypeError as e: print(e)  # expect: __name__ must be set to a string object
