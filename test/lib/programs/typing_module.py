import typing
from typing import (Annotated, Any, Callable, ClassVar, Dict, Final, ForwardRef, Generic, List, Literal, NamedTuple, Never,
    NewType, NoReturn, Optional, ParamSpec, Protocol, Self, Tuple, Type, TypedDict, TypeVar, TypeVarTuple, Union, Unpack,
    assert_never, cast, get_args, get_origin, get_overloads, get_type_hints, is_typeddict, NotRequired, Required, ReadOnly,
    overload, reveal_type, runtime_checkable, no_type_check, final, dataclass_transform, Concatenate, TypeGuard, SupportsInt, Iterable)

T = TypeVar('T')
S = TypeVar('S', bound=int)
A = TypeVar('A', int, str, covariant=True)
P = ParamSpec('P')
Ts = TypeVarTuple('Ts')
print(T, S, A, P, Ts, S.__bound__, A.__constraints__, A.__covariant__)
print(List[int], Dict[str, List[T]], Optional[int], Union[int, str, int], Union[int, None], Callable[[int, str], bool], Callable[..., T], Callable[P, T])
print(Tuple[int, ...], Type[int], Literal['a', 1, None], Annotated[int, 'meta', 3], ClassVar[int], Final[int], Any, NoReturn, Never, Self)
print(Dict[str, T][int], Callable[[T], T][int], List[T][S][bool], Optional[T][int], Union[T, S][str, bool])
print(Tuple[Unpack[Ts]], Tuple[int, *Ts][str, float], Generic[T], Concatenate[int, P], TypeGuard[int])
print(get_origin(Dict[str, int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Callable[[int], str]), get_origin(list[int]), get_args(Annotated[int, 1]))
print(Union[int, str] == Union[str, int], hash(Union[int, str]) == hash(Union[str, int]), List[int] == List[int], Literal[1, 2] == Literal[2, 1])

class Stack(Generic[T]):
    items: 'list[T]'
    def __init__(self): self.items = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
s = Stack[int]()
s.push(3)
print(s.pop(), Stack[int], Stack.__parameters__, Stack.__orig_bases__, s.__orig_class__, Stack[int] == Stack[int], Stack[str].__origin__)
class Pair(Stack[S], Generic[S, T]): pass
print(Pair[int, str], Pair.__mro__, Pair[bool, T].__parameters__)
for bad in [lambda: Stack[int, str], lambda: List[int, str], lambda: Union[()], lambda: Generic[int], lambda: Optional[1, 2], lambda: Stack[int][str], lambda: TypeVar('X', int), lambda: Any(), lambda: isinstance(1, List[int]), lambda: ClassVar[1], lambda: assert_never(3), lambda: Union()]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)

@runtime_checkable
class Sized(Protocol):
    name: str
    def size(self) -> int: ...
class Box:
    name = 'box'
    def size(self): return 1
class Nope: pass
print(isinstance(Box(), Sized), isinstance(Nope(), Sized), typing.is_protocol(Sized), sorted(typing.get_protocol_members(Sized)))
class Quiet(Protocol):
    def q(self) -> int: ...
for bad in [lambda: Quiet(), lambda: isinstance(1, Quiet), lambda: issubclass(Box, Sized)]:
    try: print(bad())
    except TypeError as e: print(e)
print(isinstance(3, SupportsInt), isinstance('3', SupportsInt))

class Point(NamedTuple):
    """A point."""
    x: int
    y: int = 0
    def norm(self): return self.x ** 2 + self.y ** 2
p = Point(3)
print(p, p.norm(), p._asdict(), Point._field_defaults, Point.__annotations__, Point.__doc__, p._replace(y=4), Point.__orig_bases__)
Emp = NamedTuple('Emp', [('name', str), ('id', int)])
print(Emp('a', 1), Emp.__annotations__)
class Movie(TypedDict, total=False):
    title: Required[str]
    year: int
class More(Movie):
    stars: NotRequired[int]
    key: ReadOnly[str]
print(Movie(title='x', year=1), Movie.__required_keys__, Movie.__optional_keys__, More.__annotations__, Movie.__total__, is_typeddict(Movie), sorted(More.__mutable_keys__))
try: isinstance({}, Movie)
except TypeError as e: print(e)
UserId = NewType('UserId', int)
print(UserId(5), UserId, UserId.__supertype__, UserId | None)
def f(a: int, b: 'List[str]' = None, *args: 'Point', c: Optional['Box'] = None, **kw: Annotated[int, 'k']) -> 'Stack[int]': ...
print(get_type_hints(f))
print(get_type_hints(f, include_extras=True)['kw'], f.__annotations__)
class Base:
    x: int
    y: 'ClassVar[str]'
class Derived(Base):
    z: 'Derived'
print(get_type_hints(Derived))
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(len(get_overloads(g)), g(3), cast(int, 'x'))
@final
class F: pass
print(F.__final__, ForwardRef('int'), ForwardRef('int') == ForwardRef('int'))
class Stack2[U, *Us, **Q]:
    def m[V: int](self, v: V) -> V: return v
print(Stack2.__type_params__, Stack2.__parameters__, Stack2.m.__type_params__, Stack2.m.__type_params__[0].__bound__, Stack2[int, str, [int]].__args__)
type Alias[W] = list[W] | None
print(Alias, Alias.__value__, Alias[int], Alias.__type_params__, Alias[int].__args__)
class D[Z = int]: pass
print(D.__type_params__[0].__default__, D[()] if False else D[str], T.has_default())
print(typing.Iterable[int], typing.Mapping[str, int], typing.Generator[int, None, str], typing.Counter[str], typing.ContextManager[int], typing.Hashable)
print(int | T, T | None, 'x' | T if False else Union['x', T], typing.get_type_hints(Point))
@dataclass_transform()
def deco(c): return c
print(deco.__dataclass_transform__)
print(typing.Text, typing.AnyStr, typing.IO[str], typing.Pattern[str])
