# Setters that may not be used on classes, lookups that delete what they go on with, and modules that change class.
class A(type):
    def __setattr__(cls, key, value):
        object.__setattr__(cls, key, value)
class B: pass
class C(B, A): pass
obj = C('D', (object,), {})
print(obj, type(obj), isinstance(obj, type), C.__mro__)  # expect: <class '__main__.D'> <class '__main__.C'> True (<class '__main__.C'>, <class '__main__.B'>, <class '__main__.A'>, <class 'type'>, <class 'object'>)
try: obj.test = True
except TypeError as e: print(e)  # expect: can't apply this __setattr__ to C object
class M(type): pass
class N(B, M): pass
o = N('O', (), {'z': 1})
print(o.z, o().__class__)  # expect: 1 <class '__main__.O'>
o.w = 2
print(o.w)  # expect: 2
class M2(type): pass
class N2(M2): pass
for t in (int, M2('x',(),{}), N2('y',(),{}), type, M2):
    for f in (lambda: object.__setattr__(t,'q',1), lambda: object.__delattr__(t,'q'), lambda: object.__setattr__(t,'__name__','k')):
        try: print(f())
        except Exception as e: print(type(e).__name__, e)  # expect: TypeError can't apply this __setattr__ to type object
        # expect: TypeError can't apply this __delattr__ to type object
        # expect: TypeError can't apply this __setattr__ to type object
        # expect: TypeError can't apply this __setattr__ to M2 object
        # expect: TypeError can't apply this __delattr__ to M2 object
        # expect: TypeError can't apply this __setattr__ to M2 object
        # expect: TypeError can't apply this __setattr__ to N2 object
        # expect: TypeError can't apply this __delattr__ to N2 object
        # expect: TypeError can't apply this __setattr__ to N2 object
        # expect: TypeError can't apply this __setattr__ to type object
        # expect: TypeError can't apply this __delattr__ to type object
        # expect: TypeError can't apply this __setattr__ to type object
        # expect: TypeError can't apply this __setattr__ to type object
        # expect: TypeError can't apply this __delattr__ to type object
        # expect: TypeError can't apply this __setattr__ to type object
for x, s in (({}, dict), ([], list), (M2('z',(),{}), type)):
    try: print(s.__setattr__(x, 'q', 1))
    except Exception as e: print(type(e).__name__, e)  # expect: AttributeError 'dict' object has no attribute 'q' and no __dict__ for setting new attributes
    # expect: AttributeError 'list' object has no attribute 'q' and no __dict__ for setting new attributes
    # expect: None
class D(object):
    def __get__(self, i, t=None):
        del type(i).__getattr__
        raise AttributeError('from d')
class A:
    a = D()
    def __getattr__(self, n): return 'x'
try: print(A().a)  # expect: x
except AttributeError as e: print(e)
class Descriptor(object):
    counter = 0
    def __get__(self, obj, objtype=None):
        def getter(name):
            self.counter += 1
            raise AttributeError(name)
        return getter
descr = Descriptor()
class A(object): __getattribute__ = descr
class B(object): __getattr__ = descr
class C(object):
    __getattribute__ = descr
    __getattr__ = descr
for k in (A,B,C):
    try: k().attr
    except AttributeError as e: print(e)  # expect: attr
    print(descr.counter)  # expect: 1
    # expect: attr
    # expect: 2
    # expect: attr
    # expect: 4
class EvilGetattribute(object):
    def __getattr__(self, name): raise AttributeError(name)
    def __getattribute__(self, name):
        del EvilGetattribute.__getattr__
        for i in range(5): pass
        raise AttributeError(name)
try: EvilGetattribute().attr
except AttributeError as e: print(e)  # expect: attr
import types, sys
class S(types.ModuleType):
    a = 1
    def __getattr__(self, n): return 'dyn ' + n
x = S('n'); x.q = 1
print(x.__dict__.get('q'), x.q, x.a, x.__name__, x.zz, sorted(vars(x))[:3])  # expect: 1 1 1 n dyn zz ['__doc__', '__loader__', '__name__']
m = types.ModuleType('m'); m.w = 5
m.__class__ = S
print(m.a, m.w, m.zz, type(m).__name__)  # expect: 1 5 dyn zz S
m.v = 3
print(m.v, m.__dict__['v'])  # expect: 3 3
m.__class__ = types.ModuleType
print(m.v, hasattr(m, 'a'))  # expect: 3 False
class P(types.ModuleType):
    @property
    def prop(self): return len(self.__name__)
sys.modules[__name__].__class__ = P
import __main__
print(isinstance(__main__, P))  # expect: True
