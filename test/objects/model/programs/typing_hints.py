from typing import *
import typing, collections.abc
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
T = TypeVar('T'); K = TypeVar('K', bound=int); P = ParamSpec('P')
for x in [List[int], Dict[str, List[int]], Optional[int], Union[int, str, None], Union[int, str], Tuple[int, ...], Tuple[()], Callable[[int, str], bool], Callable[..., int], Any, ClassVar[int], Final[int], Literal['a', 1], Annotated[int, 'x'], Type[int], Iterable[T], List, Dict, Union, Optional, T, K, P, Callable, Generator[int, str, bool], NoReturn, Self, Never]:
    print(x)
t(lambda: Optional[Union[int, str]]); t(lambda: Union[int]); t(lambda: Union[int, int]); t(lambda: List[int] == List[int]); t(lambda: List[T][int]); t(lambda: Dict[T, K][str, int]); t(lambda: List[int, str]); t(lambda: get_origin(List[int])); t(lambda: get_args(Dict[str, int])); t(lambda: get_args(Callable[[int], str])); t(lambda: get_origin(Union[int, str])); t(lambda: get_args(Literal[1, 2]))
class Stack(Generic[T]):
    def __init__(self): self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
t(lambda: Stack[int]); t(lambda: Stack[int]().items); t(lambda: Stack.__parameters__); t(lambda: Stack[int, str]); t(lambda: Stack.__orig_bases__); t(lambda: Stack.__mro__)
class Sub(Stack[int]): pass
t(lambda: Sub.__mro__); t(lambda: Sub.__parameters__)
class Pt(NamedTuple):
    x: int
    y: int = 0
    def s(self): return self.x + self.y
t(lambda: Pt(1)); t(lambda: Pt(1, 2).s()); t(lambda: Pt._fields); t(lambda: Pt.__annotations__); t(lambda: Pt._field_defaults)
E = NamedTuple('E', [('a', int), ('b', str)])
t(lambda: E(1, 'x'))
class TD(TypedDict, total=False):
    a: int
    b: Required[str]
t(lambda: TD(a=1)); t(lambda: TD.__required_keys__); t(lambda: TD.__optional_keys__); t(lambda: isinstance({}, TD))
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
t(lambda: (isinstance([], HasLen), isinstance(5, HasLen), issubclass(list, HasLen)))
class Pr(Protocol):
    x: int
t(lambda: isinstance(5, Pr)); t(lambda: Pr())
class Impl(Pr):
    def __init__(self): self.x = 3
t(lambda: Impl().x)
UserId = NewType('UserId', int)
t(lambda: UserId(5)); t(lambda: UserId); t(lambda: UserId.__supertype__)
def f(a: int, b: 'str' = 'x') -> Optional['int']: ...
t(lambda: get_type_hints(f)); t(lambda: f.__annotations__)
t(lambda: cast(int, 'x')); t(lambda: TYPE_CHECKING); t(lambda: isinstance(1, List[int])); t(lambda: isinstance([], List)); t(lambda: issubclass(list, Iterable)); t(lambda: Any()); t(lambda: Union[()]); t(lambda: int | List[int]); t(lambda: List[int] | None)
@overload
def g(x: int) -> int: ...
t(lambda: g(1))
t(lambda: SupportsInt); t(lambda: isinstance(1, SupportsInt)); t(lambda: TypeVar('X', int)); t(lambda: T.__constraints__); t(lambda: TypeVar('Y', int, str).__constraints__); t(lambda: assert_never(1))
class A2[X]:
    def m(self, x: X) -> X: return x
t(lambda: A2.__type_params__); t(lambda: A2[int]); t(lambda: A2().m(3)); t(lambda: A2.__orig_bases__)
def h[Y: int](y: Y) -> Y: return y
t(lambda: h.__type_params__); t(lambda: h.__type_params__[0].__bound__); t(lambda: h(3))
type Al[Z] = list[Z] | int
t(lambda: Al); t(lambda: Al.__value__); t(lambda: Al[int]); t(lambda: Al.__type_params__)
