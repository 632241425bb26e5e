from dataclasses import *
import dataclasses
from typing import ClassVar, List
@dataclass
class Item:
    """Keeps track."""
    name: str
    unit_price: float
    quantity: int = 0
    tags: List[str] = field(default_factory=list, repr=False, compare=False)
    kind: ClassVar[str] = 'item'
    def total(self) -> float: return self.unit_price * self.quantity
i = Item('widget', 3.0, 10)
print(i, i.total(), i == Item('widget', 3.0, 10, ['x']), Item.__match_args__, Item.__doc__)
print([f.name for f in fields(i)], asdict(i), astuple(i), replace(i, name='z'), is_dataclass(i), is_dataclass(int))
@dataclass(order=True, frozen=True)
class P:
    x: int
    y: int = field(default=1, metadata={'unit': 'm'})
print(sorted([P(3), P(1, 2), P(1)]), hash(P(1)) == hash(P(1)), {P(1): 2}, fields(P)[1].metadata)
try: P(1).x = 3
except FrozenInstanceError as e: print(type(e), e)
try: del P(1).x
except FrozenInstanceError as e: print(e)
@dataclass(kw_only=True, slots=True)
class K:
    a: int
    b: int = 2
print(K(a=1), K.__slots__)
for bad in [lambda: K(1), lambda: K(a=1).__dict__, lambda: Item(), lambda: Item('a'), lambda: P(1) < 3]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
@dataclass
class Base:
    x: int = 15
    y: int = 0
    _: KW_ONLY
    z: int = 1
@dataclass
class C(Base):
    w: InitVar[int] = 10
    x: int = 16
    q: int = field(init=False)
    def __post_init__(self, w): self.q = w * 2
print(C(), C(1, 2, 3, z=9), C.__mro__[1].__name__)
for body in ["x: int = 1\n  y: int", "x: list = []", "x: int = field(default=1, default_factory=int)"]:
    try:
        ns = {'dataclass': dataclass, 'field': field}
        exec('@dataclass\nclass B:\n  ' + body, ns)
    except Exception as e: print(type(e).__name__, e)
D = make_dataclass('D', [('x', int), 'y', ('z', int, field(default=5))], namespace={'add': lambda s: s.x + s.z}, frozen=True)
print(D(1, 2), D(1, 2).add(), D.__annotations__)
@dataclass(eq=False)
class E: x: int
print(E(1) == E(1), E(1) != E(1))
@dataclass(unsafe_hash=True)
class H: x: int
print(hash(H(3)) == hash((3,)))
@dataclass
class Node:
    v: int
    next: 'Node | None' = None
n = Node(1); n.next = n
print(n, fields(Node)[1], sep='\n')
import inspect
print(inspect.signature(Item), inspect.signature(C))
match i:
    case Item(name, price): print('matched', name, price)
import copy
print(copy.replace(P(1), x=4), dataclasses.MISSING is dataclasses.MISSING)
