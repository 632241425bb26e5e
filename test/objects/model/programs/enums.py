from enum import *
import enum
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def describe(self): return f'{self.name}={self.value}'
    @classmethod
    def default(cls): return cls.RED
    @property
    def double(self): return self.value * 2
t(lambda: Color.RED); print(Color.RED, f'{Color.RED}', f'{Color.GREEN:>12}'); t(lambda: list(Color)); t(lambda: Color(2)); t(lambda: Color['BLUE']); t(lambda: Color.CRIMSON); t(lambda: Color.CRIMSON is Color.RED); t(lambda: Color(9)); t(lambda: Color['X']); t(lambda: Color.X); t(lambda: Color.RED.describe()); t(lambda: Color.default()); t(lambda: Color.RED.double); t(lambda: len(Color)); t(lambda: Color.__members__); t(lambda: Color.RED == 1); t(lambda: Color.RED < Color.GREEN); t(lambda: Color.RED in Color); t(lambda: 1 in Color); t(lambda: 7 in Color); t(lambda: {Color.RED: 1}[Color.RED]); t(lambda: type(Color.RED)); t(lambda: Color); t(lambda: isinstance(Color.RED, Color)); t(lambda: hash(Color.RED) == hash('RED')); t(lambda: Color.RED.name); t(lambda: list(reversed(Color))); t(lambda: Color())
def f(): Color.RED = 5
t(f)
def f(): del Color.RED
t(f)
def f(): Color.RED.value = 5
t(f)
def f():
    class More(Color): X = 4
t(f)
def f():
    class D(Enum):
        A = 1
        A = 2
t(f)
class I(IntEnum):
    A = 1
    B = auto()
    C = auto()
t(lambda: I.B); print(I.B, f'{I.B}', I.B + 1, I.A < I.B, I(2), int(I.C)); t(lambda: sorted(I, reverse=True)); t(lambda: I.A == 1); t(lambda: [1,2,3][I.A]); t(lambda: I.B.real)
class S(StrEnum):
    FOO = auto()
    BAR = 'bar!'
t(lambda: S.FOO); print(S.FOO, S.BAR.upper(), f'{S.BAR}'); t(lambda: S('foo')); t(lambda: S.FOO == 'foo')
class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
t(lambda: P.R | P.X); t(lambda: P.RW); t(lambda: list(P.RW)); t(lambda: P.R in P.RW); t(lambda: ~P.R); t(lambda: P(0)); t(lambda: P.R & P.W); t(lambda: P(5)); t(lambda: P(8)); t(lambda: bool(P(0))); t(lambda: len(P.RW)); t(lambda: list(P)); print(P.R | P.X, P(0), P.RW); t(lambda: P.R ^ P.RW); t(lambda: P.R | 1); t(lambda: P(7)); t(lambda: P.__members__)
class IF(IntFlag):
    A = 1
    B = 2
    C = 4
t(lambda: IF.A | IF.B); t(lambda: IF.A | 8); t(lambda: IF(16)); t(lambda: IF.A + 1); print(IF.A | IF.B, f'{IF.A}'); t(lambda: ~IF.A); t(lambda: IF(0)); t(lambda: IF.A | IF.C == 5); t(lambda: IF(-1))
F = Enum('F', 'a b c')
t(lambda: list(F)); t(lambda: F.__module__)
G = Enum('G', {'x': 10, 'y': 20})
t(lambda: list(G))
H = IntEnum('H', ['p', 'q'], start=5)
t(lambda: list(H))
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
t(lambda: Planet.EARTH); t(lambda: Planet.MARS.mass); t(lambda: Planet((5.97, 6.37)))
class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == 'a' else None
t(lambda: Miss('a')); t(lambda: Miss('b'))
class Auto(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    X = auto()
    YY = auto()
t(lambda: list(Auto))
def f():
    @unique
    class U(Enum):
        A = 1
        B = 1
t(f)
class New(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj
    PX = (1, 'px')
    PY = (2, 'py')
t(lambda: New.PX); t(lambda: New.PY.label); t(lambda: New(1))
class Unh(Enum):
    L = [1]
    M = {}
t(lambda: Unh([1])); t(lambda: Unh.M)
class WithNon(Enum):
    A = 1
    B = nonmember(5)
    @member
    def C(self): return 1
t(lambda: list(WithNon)); t(lambda: WithNon.B)
class Ig(Enum):
    _ignore_ = 'i'
    for i in range(3): vars()[f'N{i}'] = i
t(lambda: list(Ig))
import copy
t(lambda: copy.deepcopy(Color.RED) is Color.RED)
t(lambda: sorted(dir(Color))[-4:])
match Color.GREEN:
    case Color.RED: print('red')
    case Color.GREEN: print('green')
class Name(Enum):
    name = 'n'
    value = 'v'
t(lambda: Name.name); t(lambda: Name.value.value)
class ConF(Flag, boundary=CONFORM):
    A = 1
    B = 2
t(lambda: ConF(7)); t(lambda: ConF.A | ConF.B)
class BigF(Flag):
    Z = 0
    A = 1
    C = 4
t(lambda: BigF(0)); t(lambda: BigF.A | BigF.C); t(lambda: BigF(2)); t(lambda: ~BigF.A)
