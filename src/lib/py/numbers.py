"""The tower of abstract number classes (PEP 3141)."""
from abc import ABCMeta

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


def _abstract(namespace, names, properties=()):
    """Declare abstract methods and properties by name."""
    for name in names.split():
        def method(self, *args):
            raise NotImplementedError
        method.__name__ = name
        method.__isabstractmethod__ = True
        namespace[name] = method
    for name in properties:
        def getter(self):
            raise NotImplementedError
        getter.__isabstractmethod__ = True
        namespace[name] = property(getter)


class Number(metaclass=ABCMeta):
    """Everything that is a number."""
    __slots__ = ()
    __hash__ = None


class Complex(Number):
    """What complex can do."""
    __slots__ = ()
    _abstract(vars(), "__complex__ __add__ __radd__ __neg__ __pos__ __mul__ __rmul__ __truediv__ __rtruediv__ __pow__ __rpow__ "
                      "__abs__ conjugate __eq__", ("real", "imag"))

    def __bool__(self):
        return self != 0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


class Real(Complex):
    """What float can do, more than Complex."""
    __slots__ = ()
    _abstract(vars(), "__float__ __trunc__ __floor__ __ceil__ __round__ __floordiv__ __rfloordiv__ __mod__ __rmod__ __lt__ __le__")

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __complex__(self):
        return complex(float(self))

    real = property(lambda self: +self)
    imag = property(lambda self: 0)

    def conjugate(self):
        return +self


class Rational(Real):
    """Real numbers with numerator and denominator."""
    __slots__ = ()
    _abstract(vars(), "", ("numerator", "denominator"))

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """What int can do."""
    __slots__ = ()
    _abstract(vars(), "__int__ __pow__ __lshift__ __rlshift__ __rshift__ __rrshift__ __and__ __rand__ __xor__ __rxor__ __or__ "
                      "__ror__ __invert__")

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    numerator = property(lambda self: +self)
    denominator = property(lambda self: 1)


Complex.register(complex)
Real.register(float)
Integral.register(int)
