/**
 * Values of every kind, as expressions, for random calls; and the classes that they need.
 *
 * `VALUES` are all harmless in any position: no number is so large that a repetition, a power or a range of it would
 * fill the memory of CPython too, and no iterator is endless.
 */
export const CLASSES = `
import sys, types, collections, functools, itertools
class Raises:
    def _(self, *a, **k): raise OverflowError('mine')
    for name in '''
        add radd mul rmul eq lt gt le ge len bool hash index int float iter next getitem contains call enter exit
        str repr format bytes complex abs neg fspath length_hint round get set reversed setitem delitem missing
        copy deepcopy reduce_ex
    '''.split(): locals()[f'__{name}__'] = _
class Odd:
    'Answers nonsense.'
    def __len__(self): return -1
    def __bool__(self): return 2
    def __hash__(self): return 'h'
    def __index__(self): return 1.5
    def __int__(self): return 'i'
    def __float__(self): return 1
    def __iter__(self): return 5
    def __str__(self): return 7
    def __repr__(self): return None
    def __format__(self, s): return 3
    def __bytes__(self): return 'b'
    def __complex__(self): return 'c'
    def __eq__(self, o): return NotImplemented
    def __length_hint__(self): return 'n'
    def __fspath__(self): return 4
    def __enter__(self): return None
    def __reversed__(self): return 1
    def __getattr__(self, k): return 0 if k[:2] != '__' else object.__getattribute__(self, k)
class Seq:
    def __len__(self): return 3
    def __getitem__(self, k):
        if k in (0, 1, 2): return k
        raise IndexError(k)
class Idx:
    def __init__(self, n=2): self.n = n
    def __index__(self): return self.n
class Hint:
    def __iter__(self): return iter((3, 1, 2))
    def __length_hint__(self): return -5
class Str(str): pass
class Int(int): pass
class Float(float): pass
class List(list): pass
class Dict(dict):
    def __missing__(self, k): return k
class Tuple(tuple): pass
class Bytes(bytes): pass
class Set(set): pass
class Meta(type):
    def __instancecheck__(cls, o): return 'yes'
    def __call__(cls, *a): return a
class WithMeta(metaclass=Meta): pass
class Slots: __slots__ = ('a',)
class Err(Exception): pass
class Desc:
    def __get__(self, o, t): return 3
    def __set_name__(self, o, n): self.n = n
class Full:
    d = Desc()
    def __init__(self): self.a = 1
    @property
    def p(self): return self.a
    def m(self, *a): return a
def selflist(): l = [1]; l.append(l); return l
def selfdict(): d = {}; d['d'] = d; return d
def selftuple(): l = []; t = (l, 1); l.append(t); return t
def gen():
    yield 1
    yield 2
async def coro(): pass
async def agen(): yield 1
def deep(n=300):
    l = []
    for _ in range(n): l = [l]
    return l
def frame(): return sys._getframe()
def tb():
    try: 1 / 0
    except Exception as e: return e.__traceback__
def cell(): x = 1; return (lambda: x).__closure__[0]
def rec(*a, **k): return rec(*a, **k)
`;

/** Expressions of numbers that may be the size of something. */
export const SMALL = ['0', '1', '-1', '2', '3', 'True', '7', 'Idx()', 'Int(2)', '2**63', '-2**63', '2**64', '10**25'];

/** Expressions of values, every kind. */
export const VALUES = [
  ...SMALL,
  '5',
  '2**31',
  '-2**31',
  '2**32',
  '2**53',
  '2**53 + 1',
  '2**63 - 1',
  '-2**63 - 1',
  '300',
  '1114112',
  '55296',
  '0.0',
  '-0.0',
  '1.5',
  '-2.5',
  '1e308',
  '5e-324',
  "float('inf')",
  "float('nan')",
  '3.0',
  'Float(1.5)',
  '1j',
  'complex(0.0, -0.0)',
  "''",
  "'a'",
  "'abc'",
  "'12'",
  "' 1.5 '",
  "'é'",
  "'😀'",
  "'\\ud800'",
  "'a\\x00b'",
  "'%s %d'",
  "'{0} {a.b[c]!r:>{w}}'",
  "'{'",
  "'utf-8'",
  "'strict'",
  "'__proto__'",
  "'constructor'",
  "'x y'",
  "'\\n'",
  "'__class__'",
  "Str('s')",
  "'(?P<n>a)*'",
  "'rb'",
  "'1_000'",
  "'0x1f'",
  "'>10.3f'",
  "'\\u2028'",
  "b''",
  "b'abc'",
  "b'\\xff\\x00'",
  "Bytes(b'x')",
  "bytearray(b'ab')",
  "memoryview(b'abcd')",
  "memoryview(bytearray(b'abcd'))[::2]",
  '[]',
  '[1, 2, 3]',
  '[1.5, 2]',
  "['a', 'b']",
  '[[1, 2], [3, 4]]',
  '[(1, 2), (3, 4)]',
  "[('a', 1)]",
  'List([1])',
  'selflist()',
  '[None]',
  '[3, 1, 2]',
  'deep()',
  '()',
  '(1,)',
  '(1, 2)',
  '(1, 2, 3)',
  "('a', 1, None)",
  'Tuple((1, 2))',
  'selftuple()',
  '((1, 2), (3, 4))',
  '(int, str)',
  '(1, (2, (3,)))',
  '{}',
  "{'a': 1}",
  '{1: 2, 2: 3}',
  'Dict(a=1)',
  'selfdict()',
  "{'__proto__': 1}",
  "{'key': None, 'x': [1]}",
  'set()',
  '{1, 2}',
  'frozenset({1})',
  'Set({3})',
  "{'a'}",
  'None',
  'True',
  'False',
  '...',
  'NotImplemented',
  'range(0)',
  'range(5)',
  'range(3, -4, -2)',
  'slice(None)',
  'slice(1, 5, 2)',
  "slice('a', None, 0)",
  'slice(None, None, -1)',
  'object()',
  'Raises()',
  'Odd()',
  'Seq()',
  'Hint()',
  'Full()',
  'Slots()',
  'WithMeta',
  'Full',
  'Meta',
  'Err',
  'Err(1)',
  'Desc()',
  'Raises',
  'Idx(-1)',
  'Idx(2**70)',
  'int',
  'str',
  'list',
  'dict',
  'type',
  'object',
  'tuple',
  'float',
  'bool',
  'bytes',
  'ValueError',
  'Exception',
  'BaseException',
  'KeyError(3)',
  "OSError(2, 'no')",
  'StopIteration(4)',
  "ExceptionGroup('g', [ValueError(1)])",
  "SyntaxError('m', ('f', 1, 2, 't'))",
  "UnicodeDecodeError('utf-8', b'x', 0, 1, 'r')",
  'len',
  'print',
  'abs',
  '[].append',
  'str.upper',
  "'a'.join",
  'lambda *a: a',
  'lambda: 1',
  'lambda x: x',
  'gen',
  'gen()',
  'coro',
  'Full().m',
  'Full.p',
  'rec',
  'max',
  'iter([1, 2])',
  'iter(())',
  'iter({1: 2})',
  'iter("ab")',
  'reversed([1, 2])',
  'zip([1], [2])',
  'map(str, [1, 2])',
  'filter(None, [0, 1])',
  'enumerate("ab")',
  '{1: 2}.keys()',
  '{1: 2}.items()',
  '{1: [2]}.values()',
  'types.MappingProxyType({1: 2})',
  'types.SimpleNamespace(a=1)',
  'types.ModuleType("m")',
  'frame()',
  'tb()',
  'cell()',
  'gen.__code__',
  'functools.partial(int, base=2)',
  'itertools.chain([1], [2])',
  'collections.deque([1, 2], 3)',
  'collections.OrderedDict(a=1)',
  "collections.Counter('aab')",
  'collections.defaultdict(list)',
  "collections.namedtuple('N', 'a b')(1, 2)",
  'staticmethod(len)',
  'classmethod(len)',
  'property(len)',
  'super',
  'list[int]',
  'int | str',
  'type(None)',
  'sys',
] as const;

/** Expressions that make an instance of a type, by the type's name. */
export const INSTANCES: Record<string, readonly string[]> = {
  int: ['5', '-3', '2**64', 'True', '0', 'Int(4)'],
  bool: ['True', 'False'],
  float: ['1.5', '-0.0', "float('nan')", '1e308', 'Float(2.5)'],
  complex: ['1j', '(1.5-2j)'],
  str: ["''", "'abc'", "'a b,c'", "'é😀'", "'12'", "'\\ud800x'", "Str('s')", "'{0:>{1}}'", "'%s'"],
  bytes: ["b''", "b'abc'", "b'\\xff'", "b'1 2'"],
  bytearray: ["bytearray(b'abc')", 'bytearray()'],
  memoryview: ["memoryview(b'abcd')", "memoryview(bytearray(b'abcd'))", "memoryview(b'abcd').cast('H')"],
  list: ['[]', '[1, 2, 3]', '[3.5, 1]', "['b', 'a']", 'List([1])', 'selflist()'],
  tuple: ['()', '(1, 2)', "('a', 1)"],
  dict: ['{}', "{'a': 1}", '{1: 2, 3: 4}', 'Dict(a=1)', 'selfdict()'],
  set: ['set()', '{1, 2}', "{'a', 1}", 'Set({3})'],
  frozenset: ['frozenset()', 'frozenset({1, 2})'],
  range: ['range(0)', 'range(5)', 'range(9, 0, -2)'],
  slice: ['slice(1)', 'slice(None, 3, -1)'],
  type: ['int', 'Full', 'WithMeta', 'type'],
  object: ['object()', 'Full()'],
  super: ['super(Full, Full())', 'super(Int, Int(3))'],
  property: ['property(len)', 'Full.p'],
  staticmethod: ['staticmethod(len)'],
  classmethod: ['classmethod(len)'],
  enumerate: ["enumerate('ab')"],
  zip: ['zip([1], [2])', 'zip()'],
  map: ['map(str, [1])'],
  filter: ['filter(None, [1])'],
  reversed: ['reversed((1, 2))'],
  function: ['gen', 'lambda x, y=1, *z: x'],
  method: ['Full().m'],
  generator: ['gen()'],
  coroutine: ['coro()'],
  async_generator: ['agen()'],
  code: ['gen.__code__'],
  frame: ['frame()'],
  traceback: ['tb()'],
  cell: ['cell()'],
  module: ['types.ModuleType("m")'],
  mappingproxy: ['types.MappingProxyType({1: 2})'],
  SimpleNamespace: ['types.SimpleNamespace(a=1)'],
  GenericAlias: ['list[int]', 'dict[str, int]'],
  UnionType: ['int | str', 'int | None'],
  dict_keys: ['{1: 2}.keys()', "{'a': 1, 2: 3}.keys()"],
  dict_items: ['{1: 2}.items()'],
  dict_values: ['{1: 2}.values()'],
  list_iterator: ['iter([1, 2])'],
  tuple_iterator: ['iter((1, 2))'],
  range_iterator: ['iter(range(3))'],
  str_iterator: ["iter('é😀')"],
  set_iterator: ['iter({1})'],
  dict_keyiterator: ['iter({1: 2})'],
  bytes_iterator: ["iter(b'ab')"],
  callable_iterator: ['iter(len, 3)'],
  list_reverseiterator: ['reversed([1, 2])'],
  builtin_function_or_method: ['len', '[].append'],
  method_descriptor: ['str.upper'],
  wrapper_descriptor: ['int.__add__'],
  getset_descriptor: ['type.__dict__["__name__"]'],
  member_descriptor: ['Slots.a'],
  BaseException: ['BaseException(1)'],
  Exception: ['Exception()', 'Err(1, 2)'],
  OSError: ["OSError(2, 'no', 'f')", 'OSError()'],
  KeyError: ['KeyError(1)'],
  StopIteration: ['StopIteration(3)'],
  SyntaxError: ["SyntaxError('m', ('f', 1, 2, 't'))", 'SyntaxError()'],
  ImportError: ["ImportError('m', name='n')"],
  NameError: ["NameError('m', name='n')"],
  AttributeError: ["AttributeError('m', name='n', obj=1)"],
  UnicodeDecodeError: ["UnicodeDecodeError('utf-8', b'x', 0, 1, 'r')"],
  UnicodeEncodeError: ["UnicodeEncodeError('utf-8', 'x', 0, 1, 'r')"],
  ExceptionGroup: ["ExceptionGroup('g', [ValueError(1), KeyError(2)])"],
  SystemExit: ['SystemExit(3)'],
  deque: ['collections.deque([1, 2, 3])', 'collections.deque([1], 1)'],
  OrderedDict: ['collections.OrderedDict(a=1, b=2)'],
  defaultdict: ['collections.defaultdict(list, a=1)'],
  Counter: ["collections.Counter('aab')"],
  partial: ['functools.partial(int, base=2)'],
  array: ["__import__('array').array('i', [1, 2])", "__import__('array').array('d')"],
  StringIO: ["__import__('io').StringIO('ab\\ncd')"],
  BytesIO: ["__import__('io').BytesIO(b'ab\\ncd')"],
  Pattern: ["__import__('re').compile('(a)(?P<n>b)?')"],
  Match: ["__import__('re').match('(a)(?P<n>b)?', 'ab')"],
  Decimal: [
    "__import__('decimal').Decimal('1.50')",
    "__import__('decimal').Decimal('NaN')",
    "__import__('decimal').Decimal(3)",
  ],
  Context: ["__import__('decimal').Context()"],
  Random: ["__import__('random').Random(1)"],
  Struct: ["__import__('struct').Struct('<iH')"],
  ref: ["__import__('weakref').ref(Full)"],
  ContextVar: ["__import__('contextvars').ContextVar('v')"],
};
