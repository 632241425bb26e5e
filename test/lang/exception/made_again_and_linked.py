# What exceptions are made of: constructors called again, what pickle takes of them, frames of tracebacks.
import pickle
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: SyntaxError('m', ('f', 1, 2)))  # expect: TypeError function takes at least 4 arguments (3 given)
t(lambda: SyntaxError('m', ('f', 1, 2, 't', 1)))  # expect: TypeError end_offset must be provided when end_lineno is provided
t(lambda: SyntaxError('m', ('f', 1, 2, 't', 1, 2, 3)))  # expect: TypeError function takes at most 6 arguments (7 given)
t(lambda: SyntaxError('m', 'abcd').filename)  # expect: a
t(lambda: SyntaxError('m', 3))  # expect: TypeError 'int' object is not iterable
t(lambda: SyntaxError('m', ('f', 1, 2, 't'), 3).args)  # expect: ('m', ('f', 1, 2, 't'), 3)
t(lambda: ImportError('m', name='n', path='p').__reduce__())  # expect: (<class 'ImportError'>, ('m',), {'name': 'n', 'path': 'p'})
t(lambda: ImportError('m').__reduce__())  # expect: (<class 'ImportError'>, ('m',))
t(lambda: ImportError('m', name='n').__reduce__())  # expect: (<class 'ImportError'>, ('m',), {'name': 'n'})
e=ImportError('m', name='n', path='p'); e.x=1
t(lambda: e.__reduce__())  # expect: (<class 'ImportError'>, ('m',), {'x': 1, 'name': 'n', 'path': 'p'})
t(lambda: pickle.loads(pickle.dumps(e)).__dict__)  # expect: {'x': 1}
t(lambda: pickle.loads(pickle.dumps(e)).path)  # expect: p
t(lambda: ImportError('m','k', name='n', name_from='z').__reduce__())  # expect: (<class 'ImportError'>, ('m', 'k'), {'name': 'n', 'name_from': 'z'})
e.__init__(); t(lambda: (e.msg, e.name, e.args))  # expect: (None, None, ())
e=AttributeError('a', name='n', obj=3); t(lambda: e.__reduce__()); t(lambda: e.__getstate__())  # expect: (<class 'AttributeError'>, ('a',), {'name': 'n', 'args': ('a',)})
# expect: {'name': 'n', 'args': ('a',)}
t(lambda: (pickle.loads(pickle.dumps(e)).name, pickle.loads(pickle.dumps(e)).obj))  # expect: ('n', None)
e=NameError('a', name='n'); t(lambda: e.__reduce__())  # expect: (<class 'NameError'>, ('a',))
e=StopIteration(3); e.__init__(4); t(lambda: (e.value, e.args))  # expect: (4, (4,))
e=SystemExit(3); e.__init__(4, 5); t(lambda: (e.code, e.args))  # expect: ((4, 5), (4, 5))
e=OSError(2, 'x'); e.__init__(3, 'y', 'z'); t(lambda: (e.errno, e.filename, e.args))  # expect: (2, None, (2, 'x'))
e=UnicodeDecodeError('a', b'b', 0, 1, 'r');
t(lambda: e.__init__(3))  # expect: TypeError function takes exactly 5 arguments (1 given)
def lines(f):
    for i in range(30):
        try: f()
        except Exception as x:
            tb, out = x.__traceback__.tb_next, []
            while tb:
                out.append((tb.tb_lineno - f.__code__.co_firstlineno, tb.tb_frame.f_lineno - f.__code__.co_firstlineno, tb.tb_frame.f_code.co_name))
                tb = tb.tb_next
    print(out)
class Noop:
    def __enter__(self): return self
    def __exit__(self, *a): pass
class Fails(Noop):
    def __exit__(self, *a): raise KeyError(3)
def simple():
    x = 1
    1/0
    y = 2
def in_except():
    try:
        1/0
    except ZeroDivisionError:
        []
        {}[3]
    z = 3
def other_except():
    try:
        1/0
    except TypeError as e:
        pass
    finally:
        a = 1
def in_finally():
    try:
        pass
    finally:
        1/0
def nested():
    try:
        try:
            simple()
        finally:
            b = 2
    except KeyError:
        pass
def with_noop():
    with Noop():
        1/0
        pass
def with_fails():
    with Fails():
        pass
    c = 1
def loop():
    for i in range(100):
        if i > 50:
            1/(i - 51)
for f in (simple, in_except, other_except, in_finally, nested, with_noop, with_fails, loop): lines(f)  # expect: [(2, 2, 'simple')]
# expect: [(5, 5, 'in_except')]
# expect: [(2, 6, 'other_except')]
# expect: [(4, 4, 'in_finally')]
# expect: [(3, 6, 'nested'), (-21, -21, 'simple')]
# expect: [(2, 2, 'with_noop')]
# expect: [(1, 1, 'with_fails'), (-36, -36, '__exit__')]
# expect: [(3, 3, 'loop')]
def cycle():
    try: raise ValueError(1)
    except ValueError as ex:
        ex.__context__ = ex
        raise TypeError(2)
try: cycle()
except Exception as e: exc = e
print(type(exc), type(exc.__context__), exc.__context__.__context__ is exc.__context__)  # expect: <class 'TypeError'> <class 'ValueError'> True
e = ValueError('e'); e.__context__ = KeyError('k')
try:
    try: raise OSError('o')
    except OSError: raise e
except ValueError as x: print(repr(x.__context__))  # expect: OSError('o')
def f(): raise e
try:
    try: raise OSError('p')
    except OSError: f()
except ValueError as x: print(repr(x.__context__))  # expect: OSError('p')
def g():
    try: f()
    except ValueError: raise
try:
    try: raise OSError('q')
    except OSError: g()
except ValueError as x: print(repr(x.__context__))  # expect: OSError('q')
class A(Exception): pass
class B(Exception): pass
class C(Exception): pass
try:
    try: raise A()
    except A as _a:
        a = _a
        try: raise B()
        except B as _b:
            b = _b
            try: raise C()
            except C as _c:
                c = _c
                a.__context__ = c
                raise c
except C as x: print(x is c, c.__context__ is b, b.__context__ is a, a.__context__ is c)  # expect: True True True True
def gen():
    try: yield
    except ValueError as v: raise
g = gen(); next(g)
try:
    try: raise OSError('r')
    except OSError: g.throw(e)
except ValueError as x: print(repr(x.__context__))  # expect: OSError('q')
it = iter([1])
class It:
    def __next__(self): raise e
    def __iter__(self): return self
try:
    try: raise OSError('s')
    except OSError:
        for z in It(): pass
except ValueError as x: print(repr(x.__context__))  # expect: OSError('s')
try:
    try: raise OSError('t')
    except OSError: sorted([1, 2], key=lambda k: f())
except ValueError as x: print(repr(x.__context__))  # expect: OSError('t')
try:
    try: raise KeyError('u')
    finally: f()
except ValueError as x: print(repr(x.__context__), repr(x.__context__.__context__))  # expect: KeyError('u') None
