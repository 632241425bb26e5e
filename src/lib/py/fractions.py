"""Rational numbers (library reference, "fractions").

A Fraction keeps numerator and denominator in lowest terms, the denominator positive. Mixed operands: with
an int or another Rational the result is exact, with a float or complex it is theirs. Sums and products of
reduced operands are reduced by gcds of small parts (Knuth, TAOCP volume 2, 4.5.1).
"""
import math
import operator
import re
import sys
from numbers import Complex, Rational, Real

__all__ = ["Fraction"]

_LITERAL = re.compile(r"\s*([-+]?)(?=\d|\.\d)(\d+(?:_\d+)*)?(?:\s*/\s*(\d+(?:_\d+)*)|(?:\.(\d+(?:_\d+)*)?)?(?:[eE]([-+]?\d+(?:_\d+)*))?)\s*")
_SPEC = re.compile(r"(?:(.)?([<>=^]))?([-+ ]?)(z?)(#?)(0(?=[0-9]))?(\d+)?([,_]?)(?:\.(\d+))?([eEfFgG%]?)", re.DOTALL)


def _parse(text):
    """Return numerator and denominator of a literal, not reduced."""
    m = _LITERAL.fullmatch(text)
    if m is None:
        raise ValueError("Invalid literal for Fraction: %r" % text)
    sign, whole, below, decimals, exponent = m.groups()
    n = int(whole or 0)
    d = int(below) if below else 1
    if decimals:
        decimals = decimals.replace("_", "")
        d = 10 ** len(decimals)
        n = n * d + int(decimals)
    power = int(exponent or 0)
    n, d = (n * 10 ** power, d) if power >= 0 else (n, d * 10 ** -power)
    return (-n if sign == "-" else n), d


def _made(n, d):
    """Make a Fraction of numbers already reduced."""
    f = object.__new__(Fraction)
    f._numerator = n
    f._denominator = d
    return f


def _pair(x):
    return x.numerator, x.denominator


def _plus(a, b):
    (na, da), (nb, db) = a, b
    g = math.gcd(da, db)
    t = na * (db // g) + nb * (da // g)
    g2 = math.gcd(t, g)
    return _made(t // g2, (da // g) * (db // g2))


def _minus(a, b):
    return _plus(a, (-b[0], b[1]))


def _times(a, b):
    (na, da), (nb, db) = a, b
    g, h = math.gcd(na, db), math.gcd(nb, da)
    return _made((na // g) * (nb // h), (da // h) * (db // g))


def _over(a, b):
    n, d = b
    if n == 0:
        raise ZeroDivisionError("Fraction(%s, 0)" % d)
    return _times(a, (d, n) if n > 0 else (-d, -n))


def _floor_over(a, b):
    return (a[0] * b[1]) // (a[1] * b[0])


def _remainder(a, b):
    return Fraction((a[0] * b[1]) % (b[0] * a[1]), a[1] * b[1])


def _both(a, b):
    quotient, rest = divmod(a[0] * b[1], a[1] * b[0])
    return quotient, Fraction(rest, a[1] * b[1])


def _operators(exact, inexact, with_complex=True):
    """Make a method and its reflected form of an operation on pairs and one on floats."""
    kinds = (float, complex) if with_complex else float
    name = inexact.__name__

    def method(a, b):
        if isinstance(b, (int, Fraction)):
            return exact(_pair(a), _pair(b))
        return inexact(float(a), b) if isinstance(b, kinds) else NotImplemented

    def reflected(b, a):
        if isinstance(a, Rational):
            return exact(_pair(a), _pair(b))
        if isinstance(a, Real):
            return inexact(float(a), float(b))
        return inexact(complex(a), float(b)) if with_complex and isinstance(a, Complex) else NotImplemented
    method.__name__ = f"__{name}__"
    reflected.__name__ = f"__r{name}__"
    return method, reflected


def _rounded(n, d):
    """Return n/d as the nearest integer, ties to even."""
    q, r = divmod(n, d)
    return q + (2 * r > d or (2 * r == d and q & 1))


class Fraction(Rational):
    """A rational number, made of a pair of numbers, a float, a Decimal or a string."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is not None:
            if not (isinstance(numerator, Rational) and isinstance(denominator, Rational)):
                raise TypeError("both arguments should be Rational instances")
            n = numerator.numerator * denominator.denominator
            d = denominator.numerator * numerator.denominator
        elif isinstance(numerator, Rational):
            n, d = _pair(numerator)
        elif isinstance(numerator, str):
            n, d = _parse(numerator)
        elif hasattr(numerator, "as_integer_ratio"):
            n, d = numerator.as_integer_ratio()
        else:
            raise TypeError("argument should be a string or a Rational instance")
        if d == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % n)
        g = math.gcd(n, d)
        if d < 0:
            g = -g
        self = object.__new__(cls)
        self._numerator = n // g
        self._denominator = d // g
        return self

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    @classmethod
    def from_float(cls, f):
        """Return the exact value of a float (or int)."""
        if not isinstance(f, (float, int)):
            raise TypeError("%s.from_float() only takes floats, not %r (%s)" % (cls.__name__, f, type(f).__name__))
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """Return the exact value of a Decimal."""
        return cls(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        """Return numerator and denominator."""
        return self._numerator, self._denominator

    def is_integer(self):
        """Return whether the value is a whole number."""
        return self._denominator == 1

    def limit_denominator(self, max_denominator=1000000):
        """Return the nearest Fraction whose denominator is at most max_denominator.

        The convergents of the continued fraction come ever nearer; the answer is the last one within the limit
        or the best semiconvergent after it (Hardy and Wright, chapter 10).
        """
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        last, this = (0, 1), (1, 0)
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            following = last[0] + a * this[0], last[1] + a * this[1]
            if following[1] > max_denominator:
                break
            last, this, n, d = this, following, d, n - a * d
        k = (max_denominator - last[1]) // this[1]
        semi = last[0] + k * this[0], last[1] + k * this[1]
        return _made(*this) if 2 * d * semi[1] <= self._denominator else _made(*semi)

    def __repr__(self):
        return "%s(%s, %s)" % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    __add__, __radd__ = _operators(_plus, operator.add)
    __sub__, __rsub__ = _operators(_minus, operator.sub)
    __mul__, __rmul__ = _operators(_times, operator.mul)
    __truediv__, __rtruediv__ = _operators(_over, operator.truediv)
    __floordiv__, __rfloordiv__ = _operators(_floor_over, operator.floordiv, False)
    __mod__, __rmod__ = _operators(_remainder, operator.mod, False)
    __divmod__, __rdivmod__ = _operators(_both, divmod, False)

    def __pow__(a, b):
        if isinstance(b, (float, complex)):
            return float(a) ** b
        if not isinstance(b, Rational):
            return NotImplemented
        if b.denominator != 1:
            return float(a) ** float(b)
        n, d, power = a._numerator, a._denominator, b.numerator
        if power < 0:
            power = -power
            if n == 0:
                raise ZeroDivisionError("Fraction(%s, 0)" % d ** power)
            n, d = (d, n) if n > 0 else (-d, -n)
        return _made(n ** power, d ** power)

    def __rpow__(b, a):
        if b._denominator == 1:
            if b._numerator >= 0:
                return a ** b._numerator
            return Fraction(a) ** b if isinstance(a, Rational) else a ** b._numerator
        return (Fraction(a) if isinstance(a, Rational) else a) ** (b if isinstance(a, Rational) else float(b))

    def __neg__(self):
        return _made(-self._numerator, self._denominator)

    def __pos__(self):
        return _made(self._numerator, self._denominator)

    def __abs__(self):
        return _made(abs(self._numerator), self._denominator)

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __trunc__(self):
        return math.floor(self) if self._numerator >= 0 else math.ceil(self)

    __int__ = __trunc__

    def __round__(self, ndigits=None):
        if ndigits is None:
            return _rounded(self._numerator, self._denominator)
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __bool__(self):
        return self._numerator != 0

    def __hash__(self):
        modulus = sys.hash_info.modulus
        if self._denominator % modulus == 0:
            result = sys.hash_info.inf
        else:
            result = hash(hash(abs(self._numerator)) * pow(self._denominator, -1, modulus))
        if self._numerator < 0:
            result = -result
        return -2 if result == -1 else result

    def __eq__(a, b):
        if isinstance(b, Rational):
            return _pair(a) == _pair(b)
        if isinstance(b, Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return math.isfinite(b) and _pair(a) == b.as_integer_ratio()
        return NotImplemented

    def _ordered(a, b, op):
        if isinstance(b, Rational):
            return op(a._numerator * b.denominator, a._denominator * b.numerator)
        if isinstance(b, float):
            return op(a, Fraction(b)) if math.isfinite(b) else op(0.0, b)
        return NotImplemented

    def __lt__(a, b):
        return a._ordered(b, operator.lt)

    def __le__(a, b):
        return a._ordered(b, operator.le)

    def __gt__(a, b):
        return a._ordered(b, operator.gt)

    def __ge__(a, b):
        return a._ordered(b, operator.ge)

    def __format__(self, spec, /):
        m = _SPEC.fullmatch(spec)
        if m is None or (m[2] and m[6] and m[10]) or (not m[10] and (m[4] or m[6] or m[9])):
            raise ValueError(f"Invalid format specifier {spec!r} for object of type {type(self).__name__!r}")
        fill, align, plus, no_negative_zero, alternate, zeros, width, comma, precision, kind = m.groups()
        negative = self._numerator < 0
        if kind:
            negative, whole, rest = self._decimal(kind, int(precision or 6), bool(alternate), bool(no_negative_zero))
        else:
            whole, rest = f"{abs(self._numerator):{comma}}", ""
            if self._denominator > 1 or alternate:
                whole += f"/{self._denominator:{comma}}"
        sign = "-" if negative else plus.replace("-", "")
        size = int(width or 0)
        if kind and (zeros or (align == "=" and fill == "0")):
            room = size - len(sign) - len(rest)
            whole = whole.zfill(3 * room // 4 + 1 if comma else room)
        if kind and comma:
            whole = _grouped(whole, comma)
        body = whole + rest
        pad = (fill or " ") * (size - len(sign) - len(body))
        if align == "=":
            return sign + pad + body
        if align == "<":
            return sign + body + pad
        if align == "^":
            return pad[:len(pad) // 2] + sign + body + pad[len(pad) // 2:]
        return pad + sign + body

    def _decimal(self, kind, precision, alternate, no_negative_zero):
        """Write the value like a float: whether negative, the digits before the point, the rest."""
        negative = self._numerator < 0
        value = abs(self)
        low = kind.lower()
        if low in "f%":
            if low == "%":
                value *= 100
            digits = str(_rounded(*_pair(value * 10 ** precision))).zfill(precision + 1)
            if no_negative_zero and not int(digits):
                negative = False
            whole, decimals, suffix = digits[:len(digits) - precision], digits[len(digits) - precision:], "%" if low == "%" else ""
        else:
            figures = max(precision, 1) if low == "g" else precision + 1
            exponent = 0
            if value:
                exponent = len(str(value._numerator)) - len(str(value._denominator))
                exponent -= value < Fraction(10) ** exponent
            digits = str(_rounded(*_pair(value * Fraction(10) ** (figures - 1 - exponent))))
            if len(digits) > figures:
                digits, exponent = digits[:-1], exponent + 1
            digits = digits.ljust(figures, "0")
            if low == "e" or exponent < -4 or exponent >= figures:
                whole, decimals, suffix = digits[0], digits[1:], f"{kind.replace('g', 'e').replace('G', 'E')}{exponent:+03d}"
            elif exponent < 0:
                whole, decimals, suffix = "0", "0" * (-exponent - 1) + digits, ""
            else:
                whole, decimals, suffix = digits[:exponent + 1], digits[exponent + 1:], ""
            if low == "g" and not alternate:
                decimals = decimals.rstrip("0")
        point = "." if decimals or alternate else ""
        return negative, whole, point + decimals + suffix

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _grouped(digits, separator):
    """Put a separator between groups of three digits."""
    first = len(digits) % 3 or 3
    return separator.join([digits[:first], *(digits[i:i + 3] for i in range(first, len(digits), 3))])
