# what `match` takes for a sequence or a mapping: flags that subclasses and registered classes inherit, not names
import collections, collections.abc, array, types
class Seq(collections.abc.Sequence):
    def __len__(self): return 2
    def __getitem__(self, i): return 'ab'[i]
class Late: pass
class Later(Late):
    def __len__(self): return 0
    def __getitem__(self, i): raise IndexError
collections.abc.MutableSequence.register(Late)
class Maps(collections.abc.Mapping):
    def __len__(self): return 0
    def __iter__(self): return iter(())
    def __getitem__(self, k): raise KeyError(k)
class Registered: pass
collections.abc.Mapping.register(Registered)
class deque: pass
class array_(array.array): pass
class Text(str): pass
def kind(x):
    match x:
        case [*_]: return 'sequence'
        case {}: return 'mapping'
        case _: return 'neither'
for x in [[], (), range(2), collections.deque(), array.array('b'), array_('b'), memoryview(b''), Seq(), Later(), 'a', Text(), b'', bytearray(),
          {}, collections.OrderedDict(), collections.Counter(), types.MappingProxyType({}), Maps(), deque(), set(), iter([])]:
    print(type(x).__name__, kind(x))  # expect: list sequence
    # expect: tuple sequence
    # expect: range sequence
    # expect: deque sequence
    # expect: array sequence
    # expect: array_ sequence
    # expect: memoryview sequence
    # expect: Seq sequence
    # expect: Later sequence
    # expect: str neither
    # expect: Text neither
    # expect: bytes neither
    # expect: bytearray neither
    # expect: dict mapping
    # expect: OrderedDict mapping
    # expect: Counter mapping
    # expect: mappingproxy mapping
    # expect: Maps mapping
    # expect: deque neither
    # expect: set neither
    # expect: list_iterator neither
try: print(kind(Registered()))  # expect: mapping
except TypeError as e: print(e)
print('__abc_tpflags__' in vars(collections.abc.Sequence))  # expect: False
class Int(int): pass
class Own:
    __match_args__ = ('a',)
    a = 1
match Int(3):
    case Int(x): print('self', x)  # expect: self 3
match Own():
    case Own(x): print('args', x)  # expect: args 1
try:
    match object():
        case object(x): print(x)
except TypeError as e: print(e)  # expect: object() accepts 0 positional sub-patterns (1 given)
