from dataclasses import *
from typing import ClassVar, List
import copy
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)
    C: ClassVar[int] = 7
    def norm(self): return self.x + self.y
t(lambda: P(1)); t(lambda: P(1, 2) == P(1, 2, [5])); t(lambda: P()); t(lambda: P(1,2,3,4)); t(lambda: P(1, z=2)); t(lambda: P(1).norm())
t(lambda: fields(P)[0]); t(lambda: [f.name for f in fields(P)]); t(lambda: asdict(P(1, 2, [P(3)]))); t(lambda: astuple(P(1))); t(lambda: replace(P(1), y=9)); t(lambda: P.__doc__); t(lambda: P.__match_args__)
t(lambda: hash(P(1)))
@dataclass(frozen=True, order=True)
class Q:
    a: int
    b: str = 'q'
t(lambda: sorted([Q(2), Q(1, 'z'), Q(1)])); t(lambda: hash(Q(1)) == hash(Q(1))); t(lambda: Q(1) < Q(2)); t(lambda: Q(1) < 3)
def f(): Q(1).a = 2
t(f)
def f(): del Q(1).a
t(f)
@dataclass
class R(P):
    z: float = 1.5
    _: KW_ONLY
    k: int = 3
    i: InitVar[int] = 4
    def __post_init__(self, i): self.sum = self.x + i
t(lambda: R(1)); t(lambda: R(1, 2, [], 3.5, k=7, i=8).sum); t(lambda: R(1,2,[],3,4))
def f():
    @dataclass
    class Z:
        a: int = 1
        b: int
t(f)
def f():
    @dataclass
    class Z:
        a: list = []
t(f)
@dataclass(slots=True)
class S:
    a: int
    b: int = 2
    def sup(self): return super().__repr__()[:3]
t(lambda: S(1)); t(lambda: S.__slots__); t(lambda: S(1).sup())
def f(): S(1).c = 3
t(f)
T = make_dataclass('T', ['x', ('y', int), ('z', int, field(default=5))])
t(lambda: T(1, 2)); t(lambda: T.__module__)
@dataclass(repr=False, eq=False, init=False)
class U: x: int = 1
t(lambda: U().x); t(lambda: U() == U()); t(lambda: is_dataclass(U)); t(lambda: is_dataclass(U())); t(lambda: is_dataclass(3)); t(lambda: fields(3))
@dataclass
class Node:
    v: int
    nxt: 'Node' = None
def f():
    n = Node(1); n.nxt = n
    return n
t(f)
t(lambda: copy.deepcopy(P(1, 2, [[3]]))); t(lambda: copy.copy(P(1)) == P(1))
@dataclass(unsafe_hash=True)
class V:
    a: int
    b: list = field(hash=False, repr=False, default_factory=list)
t(lambda: hash(V(1)) == hash((1,))); t(lambda: V(1))
def f():
    match P(3, 4):
        case P(x, y): return x, y
t(f)
@dataclass(kw_only=True)
class W: a: int; b: int = 1
t(lambda: W(a=1)); t(lambda: W(1)); t(lambda: W())
