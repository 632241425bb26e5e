from enum import *
import enum
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = auto()
    CRIMSON = 1
print(Color.RED, repr(Color.RED), list(Color), Color(2), Color['BLUE'], Color.CRIMSON is Color.RED, Color.RED.name, Color.BLUE.value, len(Color), Color.RED in Color, 3 in Color)
print(Color.__members__, type(Color.RED), isinstance(Color.RED, Color), {Color.RED: 'x'}, hash(Color.RED) == hash('RED'))
for bad in [lambda: Color(9), lambda: Color['X'], lambda: setattr(Color, 'RED', 1), lambda: Color.PINK, lambda: type('Z', (Color,), {}), lambda: Color.RED < Color.BLUE]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
class Perm(Flag):
    R = 4; W = 2; X = 1
    RWX = 7
print(Perm.R | Perm.W, repr(Perm.R | Perm.W), ~Perm.R, Perm.R in Perm.RWX, Perm(0), list(Perm.RWX), Perm(3), bool(Perm.R & Perm.W), Perm.R ^ Perm.RWX)
try: Perm(8)
except ValueError as e: print(e)
class N(IntEnum):
    ONE = 1; TWO = 2
print(N.ONE + 1, N.TWO > 1, N.ONE, repr(N.ONE), f'{N.ONE}', '%d' % N.TWO, sorted([N.TWO, N.ONE]), N(1))
class IF(IntFlag): A = 1; B = 2
print(IF.A | IF.B, repr(IF.A | 8), IF(3), IF.A + 1, IF.A | 4)
class S(StrEnum):
    HELLO = auto(); BYE = 'bye!'
print(S.HELLO, repr(S.BYE), S.HELLO == 'hello', S.HELLO.upper())
class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def g(self): return 6.67300E-11 * self.mass / (self.radius * self.radius)
print(Planet.EARTH.value, Planet.EARTH.g, Planet.MERCURY.mass)
try:
    @unique
    class Mistake(Enum): ONE = 1; ALIAS = 1
except ValueError as e: print(e)
class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values): return name.lower()
    NORTH = auto(); SOUTH = auto()
print(list(Auto))
Animal = Enum('Animal', 'ANT BEE CAT')
print(list(Animal), Animal.BEE.value, Enum('X', {'a': 1}).a, Enum('Y', [('p', 3)]).p)
class W(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A
    @nonmember
    class Inner: pass
    @member
    def fn(x): return x
print(W(77), W.Inner, W.fn)
import pickle, copy
print(pickle.loads(pickle.dumps(Color.GREEN)) is Color.GREEN, copy.deepcopy(Color.RED) is Color.RED)
print(Color.RED.__class__.__mro__, dir(Color)[:4], Color.__doc__, enum.Flag.__name__)
@verify(CONTINUOUS)
class Cont(IntEnum): A = 1; B = 2
print(list(reversed(Cont)), Color.RED.__reduce_ex__(2)[0], str(Color), repr(Color))
class BF(Flag, boundary=KEEP): A = 1
print(repr(BF(5)), format(Color.RED, '>12'), f'{Color.RED!r:>20}')
