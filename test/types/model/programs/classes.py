def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e, getattr(e,'__notes__',''))
class A: pass
class B(A):
    def f(self): return super(B, 5).f
t(lambda: B().f())
t(lambda: super(B, 5))
t(lambda: super(5, 5))
t(lambda: super(A))
t(lambda: super(A, A()))
t(lambda: super(A, B))
t(lambda: type('x'))
t(lambda: type('x',1))
t(lambda: type('x',1,2))
t(lambda: type(1,(),{}))
t(lambda: type('x',(1,),{}))
t(lambda: type('x',(bool,),{}))
t(lambda: type('x',(A,A),{}))
t(lambda: type('x',(object,A),{}))
t(lambda: type('x',(int,str),{}))
t(lambda: type('x',(),{'__qualname__':1}))
t(lambda: type('x\0',(),{}))
t(lambda: object.__new__(int))
t(lambda: int.__new__(str))
t(lambda: int.__new__(3))
t(lambda: int.__new__())
t(lambda: object(1))
t(lambda: A(1))
t(lambda: A(x=1))
class C:
    def __init__(self): pass
t(lambda: C(1))
t(lambda: object.__new__(C,1))
t(lambda: object.__init__(C(),1))
class D:
    def __new__(cls,*a): return object.__new__(cls,*a)
t(lambda: D(1))
class E:
    def __new__(cls,*a): return object.__new__(cls)
t(lambda: E(1))
t(lambda: type(iter([]))())
t(lambda: type(None)())
t(lambda: type(None)(1))
t(lambda: type((i for i in []))())
class I:
    def __init__(self): return 5
t(lambda: I())
class SN:
    def __set_name__(s,o,n): 1/0
def f():
    class X:
        a=SN()
t(f)
def f():
    class M1(type): pass
    class M2(type): pass
    class A1(metaclass=M1): pass
    class A2(metaclass=M2): pass
    class A3(A1,A2): pass
t(f)
def f():
    class X(q=1): pass
t(f)
def f():
    class X(metaclass=lambda *a,**k: (a[0],a[1],sorted(a[2]),k), z=2): pass
    return X
t(f)
class M(type):
    def __prepare__(*a): return 5
def f():
    class X(metaclass=M): pass
t(f)
t(lambda: setattr(int,'x',1))
t(lambda: delattr(int,'x'))
t(lambda: delattr(A,'x'))
t(lambda: setattr(A,'__name__',1))
t(lambda: setattr(A,'__bases__',1))
t(lambda: setattr(A,'__bases__',()))
t(lambda: delattr(A,'__name__'))
t(lambda: setattr(A,'__dict__',1))
t(lambda: A.__abstractmethods__)
t(lambda: int.__annotations__)
t(lambda: A.__annotations__)
t(lambda: A.__type_params__)
t(lambda: setattr(A(),'__class__',1))
t(lambda: setattr(A(),'__class__',int))
t(lambda: setattr(5,'__class__',A))
t(lambda: setattr(A(),'__dict__',1))
t(lambda: delattr(A(),'__dict__'))
t(lambda: A().__weakref__)
t(lambda: A().__format__('x'))
t(lambda: A().__sizeof__() > 0)
t(lambda: A.__init_subclass__(1))
t(lambda: A.__init_subclass__(x=1))
t(lambda: object.__subclasshook__(1))
t(lambda: A.mro())
t(lambda: type.mro(A))
t(lambda: sorted(A.__dict__))
t(lambda: A.__subclasses__())
t(lambda: type.__subclasses__())
t(lambda: A.__text_signature__)
t(lambda: A.__base__)
t(lambda: A | int)
t(lambda: A | 5)
t(lambda: int | None)
t(lambda: (int | None).__args__)
t(lambda: list[int])
t(lambda: list[int, str].__args__)
t(lambda: dict[str, list[int]])
t(lambda: list[int]([1]))
t(lambda: isinstance(1, list[int]))
t(lambda: isinstance(1, int | str))
t(lambda: isinstance(1, 5))
t(lambda: isinstance(1, (5,)))
t(lambda: issubclass(1, int))
t(lambda: issubclass(int, 1))
t(lambda: A.__dict__['__dict__'])
t(lambda: A.__dict__['__weakref__'])
t(lambda: type.__dict__['__dict__'])
t(lambda: type.__dict__['__name__'])
t(lambda: A.__call__)
t(lambda: A.__repr__)
t(lambda: A.__repr__.__objclass__)
t(lambda: int.__add__)
t(lambda: (5).__add__)
t(lambda: [].append)
t(lambda: list.append)
t(lambda: dict.fromkeys)
t(lambda: dict.__dict__['fromkeys'])
t(lambda: str.maketrans)
t(lambda: int.real)
t(lambda: len)
t(lambda: object.__new__)
t(lambda: A.__new__)
t(lambda: object.__init_subclass__)
t(lambda: 5 .x)
def g(): 5 .x = 1
t(g)
def g(): 5 .real = 1
t(g)
def g(): 5 .bit_length = 1
t(g)
def g(): del 5 .bit_length
t(g)
def g(): del 5 .x
t(g)
class S:
    __slots__=('a',)
    b=1
def g(): S().b=1
t(g)
def g(): S().c=1
t(g)
def g(): del S().c
t(g)
def g(): del S().b
t(g)
t(lambda: S().a)
def g(): del S().a
t(g)
t(lambda: S.a)
t(lambda: S.a.__get__(5))
t(lambda: S.a.__set__(5,1))
class P:
    @property
    def x(self): return 1
    y=property()
def g(): P().x=1
t(g)
def g(): del P().x
t(g)
t(lambda: P().y)
t(lambda: P.x.__name__)
t(lambda: property().__name__)
t(lambda: property(len).fget)
def g(): A().x.y=1
t(g)
def g(): del A().x
t(g)
t(lambda: A.x)
# layouts, slots, dicts
def f():
    class X: __slots__=('a',)
    class Y: __slots__=('b',)
    class Z(X,Y): pass
t(f)
def f():
    class X(int): __slots__=('a',)
t(f)
def f():
    class X: __slots__=('a', 5)
t(f)
def f():
    class X: __slots__=('a b',)
t(f)
def f():
    class X:
        __slots__=('a',)
        a = 1
t(f)
def f():
    class X: __slots__=('__dict__','__dict__')
t(f)
def f():
    class X:
        __slots__=('a','__dict__')
    x = X(); x.a = 1; x.b = 2; print(x.__dict__); x.__dict__['c'] = 3; x.a = 4
    return x.a, x.b, x.c, x.__dict__
t(f)
def f():
    class X:
        __slots__ = ('__p',)
        def __init__(self): self.__p = 3
    return X()._X__p, X.__dict__['_X__p'], X.__slots__
t(f)
class F:
    def __getattr__(self, n):
        if n == 'q': return 42
        raise AttributeError('no ' + n)
    def __setattr__(self, n, v): print('set', n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print('del', n); object.__delattr__(self, n)
def f():
    x = F(); x.a = 1; del x.a; return x.q, hasattr(x, 'z'), getattr(x, 'z', 7)
t(f)
t(lambda: F().zz)
class G:
    def __getattribute__(self, n): return 'got ' + n
t(lambda: G().anything)
t(lambda: G().__class__)
class Desc:
    def __get__(self, o, t=None): return ('get', o is None, t.__name__)
    def __set__(self, o, v): print('desc set', v)
class ND:
    def __get__(self, o, t=None): return ('nd', o is None)
class H:
    d = Desc(); n = ND()
def f():
    h = H(); h.d = 5; h.__dict__['d'] = 6; h.n = 7
    return h.d, H.d, h.n, H.n
t(f)
class Meta(type):
    cattr = 1
    @property
    def prop(cls): return cls.__name__
    def meth(cls): return cls
    def __call__(cls, *a, **k): print('call', a, k); return super().__call__(*a, **k)
    def __getattr__(cls, n): return 'meta ' + n
    def __instancecheck__(cls, x): return x == 1
    def __subclasscheck__(cls, x): return x is int
    def __iter__(cls): return iter([1,2])
    def __len__(cls): return 9
    def __contains__(cls, x): return x == 3
    def __getitem__(cls, k): return ('item', k)
class J(metaclass=Meta):
    def __init__(self, *a): self.a = a
t(lambda: (J.cattr, J.prop, J.meth(), J.zork, J(1).a, isinstance(1, J), isinstance(2, J), issubclass(int, J), list(J), len(J), 3 in J, J[4]))
t(lambda: J().cattr)
class K:
    def __class_getitem__(cls, k): return (cls, k)
t(lambda: K[1])
t(lambda: A[1])
t(lambda: A()[1])
class N:
    def __init_subclass__(cls, **kw): print('init_subclass', cls.__name__, kw)
class O(N, a=1): pass
class X1:
    def hi(self): return 'X1'
class X2(X1):
    def hi(self): return 'X2' + super().hi()
class X3(X1):
    def hi(self): return 'X3' + super().hi()
class X4(X2, X3):
    def hi(self): return 'X4' + super().hi()
t(lambda: X4().hi())
def f():
    X4.__bases__ = (X3, X2); r = X4().hi(), X4.__mro__
    return r
t(f)
class Y1:
    @classmethod
    def c(cls): return cls
    @staticmethod
    def s(x): return x
    @classmethod
    @property
    def cp(cls): return 1
t(lambda: (Y1.c(), Y1().c(), Y1.s(3), Y1().s(4)))
t(lambda: Y1.__dict__['c'])
class L(list):
    def __init__(self, *a): super().__init__(*a); self.tag = 'x'
t(lambda: (L([1,2]), L([1]).tag, L([3]) + [4], type(L([3]) + [4]), len(L([1,2]))))
class D2(dict):
    def __missing__(self, k): return k * 2
t(lambda: (D2(a=1)['b'], D2(a=1)['a']))
class I2(int):
    def __add__(self, o): return I2(int(self) + int(o) + 100)
t(lambda: (I2(5) + 1, 1 + I2(5), I2(3) * 2, repr(I2(4)), isinstance(I2(4), int), hash(I2(4))))
class S2(str):
    def shout(self): return self.upper() + '!'
t(lambda: (S2('a').shout(), S2('a') + 'b', {S2('a'): 1}['a'], S2('x') == 'x'))
class T2(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
t(lambda: (T2(1,2), T2(1,2)[0], T2(1) == (1,)))
def f():
    a = A(); a.x = 1; a.y = 2; del a.x; a.x = 3; a.__class__ = X1
    return a.__dict__, a.hi(), vars(a)
t(f)
def f():
    class Q: pass
    q = Q()
    for i in range(200): setattr(q, f'a{i}', i)
    return len(q.__dict__), q.a199
t(f)
def f():
    from functools import total_ordering
    return type(A.__dict__), A.__dict__ == A.__dict__, len(type.__dict__) > 10
t(f)
