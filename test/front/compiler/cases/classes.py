"""Class bodies."""
class Empty: pass

class WithDoc(Base, metaclass=Meta, key=1):
    """   Documentation.

    More.
    """
    x: int = 1
    y: 'str'
    z = x
    def __init__(self, a):
        self.b = a
        self.a = a
        self.b = self.c, self.d = 1, 2

@decorator
class Decorated(*bases, **kwargs):
    def method(self):
        return __class__

class Outer:
    class Inner:
        def f(self): return Inner, Outer
    g = Inner
    values = [i for i in range(3)]
    nested = [[i, j] for i in values for j in g]
    gen = (values for _ in values)
    if g:
        h = 1
    else:
        h: int = 2
    del g

class Mangled:
    __x = 1
    __y__ = 2
    def f(self, __a):
        self.__z = __a
        import __m
        from p import __q as __r
        def __g(): return __a
        return __g, self.__x.__y

class _Under:
    __x = 1

class ___:
    __x = 1

class Slots:
    __slots__ = 'a', 'b'
    def f(self):
        self.q = self.r.s = 1
        for self.t in range(3): pass
        with a as self.u: pass
        self.v += 1
        (self.w, [self.y]) = 1, 2
