# Names of generators, what `throw` takes, what is handled while a generator is suspended in a handler.
import sys, warnings
warnings.simplefilter('ignore')
def gen():
    try: yield 1
    except ValueError as e: yield e.args
def t(f, *args):
    try: print(f(*args))
    except BaseException as e: print(type(e).__name__, e)
def started():
    g = gen()
    next(g)
    return g
t(started().throw, ValueError)  # expect: ()
t(started().throw, ValueError, 1)  # expect: (1,)
t(started().throw, ValueError, (1, 2))  # expect: (1, 2)
t(started().throw, ValueError, ValueError(5))  # expect: (5,)
t(started().throw, ValueError(5), None)  # expect: (5,)
t(started().throw, ValueError(5), 3)  # expect: TypeError instance exception may not have a separate value
t(started().throw, 3)  # expect: TypeError exceptions must be classes or instances deriving from BaseException, not int
t(started().throw, int)  # expect: TypeError exceptions must be classes or instances deriving from BaseException, not type
t(started().throw, ValueError, 1, 2)  # expect: TypeError throw() third argument must be a traceback object
class Odd(Exception):
    def __new__(cls, *args): return cls
t(started().throw, Odd)  # expect: TypeError calling <class '__main__.Odd'> should have returned an instance of BaseException, not type
gen.__name__ = 'renamed'
print(gen().__name__, gen().__qualname__)  # expect: renamed gen
g = gen()
print(hex(id(g)) in repr(g), g.gi_code is gen.__code__, gen.__code__ is gen.__code__, g.gi_frame.f_back, g.gi_frame is g.gi_frame)  # expect: True True True None True
a, b = compile('x + 1', 'f', 'eval'), compile('x + 1', 'f', 'eval')
print(a == b, hash(a) == hash(b), a is b, a == compile('x + 1.0', 'f', 'eval'), compile('0.0', '', 'eval') == compile('-0.0', '', 'eval'))  # expect: True True False False False
def keeps():
    try: yield
    except Exception:
        yield
        print(type(sys.exception()).__name__)
        yield
        raise
for i in range(40):
    k = keeps()
    next(k)
    try: raise ValueError('kept')
    except Exception as e: k.throw(e)
    if i < 3 or i == 39:
        next(k)  # expect: ValueError
        t(next, k)  # expect: ValueError kept
        # expect: ValueError
        # expect: ValueError kept
        # expect: ValueError
        # expect: ValueError kept
        # expect: ValueError
        # expect: ValueError kept
print(sys.exception())  # expect: None
def outer():
    yield from inner()
def inner():
    try: yield 1
    except KeyError:
        try: next(o)
        except ValueError as e: print(e)
        yield 2
o = outer()
print(next(o), o.throw(KeyError))  # expect: generator already executing
# expect: 1 2
