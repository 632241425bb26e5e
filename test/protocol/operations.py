"""Every operation of the protocols on every sample: one program for CPython, which says what is right
(make-golden.py), and for the machine, where each operation is done twice, by the interpreter (the syntax
below) and by native code (`native`, which conformance.test.ts puts in).

A row is one operation with one left operand; its text has a line for each right operand: the class and
repr of the result or the exception, and which methods written in Python were called. Rows are compared by
their checksums: all texts together are some megabytes.
"""
import zlib

__name__ = 'operations'  # what reprs of the classes below say, wherever this runs

LOG = []
BINARY = {
    '+': 'add', '&': 'and', '//': 'floordiv', '<<': 'lshift', '@': 'matmul', '*': 'mul', '%': 'mod', '|': 'or',
    '**': 'pow', '>>': 'rshift', '-': 'sub', '/': 'truediv', '^': 'xor',
}


def logged(name, answer):
    def method(self, *args):
        LOG.append(f'{type(self).__name__}.{name}')
        return answer
    method.__name__ = name
    return method


def item(self, key):
    LOG.append(f'{type(self).__name__}.__getitem__')
    if key == 3:
        raise IndexError
    return 'item'


def dunders(answers):
    """Methods that log their names: those of `answers` give what is there, arithmetic its own name."""
    names = [f'__{p}{n}__' for n in BINARY.values() for p in ('', 'r', 'i')]
    methods = {n: logged(n, n.strip('_')) for n in names}
    methods |= {n: logged(n, value) for n, value in answers.items()}
    if '__getitem__' in methods:
        methods['__getitem__'] = item
    return methods


ANSWERS = {
    '__lt__': 'lt', '__le__': [], '__gt__': True, '__ge__': 0, '__neg__': 'neg', '__pos__': 'pos',
    '__invert__': 'invert',
    '__abs__': 'abs', '__bool__': False, '__len__': 3, '__contains__': 'yes', '__getitem__': 'item',
    '__setitem__': None,
    '__delitem__': None, '__eq__': 'eq', '__call__': 'called',
}
SILENT = {n: NotImplemented for n in ('__lt__', '__le__', '__gt__', '__ge__', '__eq__', '__ne__')}
SILENT |= {f'__{p}{n}__': NotImplemented for n in BINARY.values() for p in ('', 'i')}


def subclasses(base, answers, kind):
    cls = type(f'{kind}_{base.__name__}', (base,), dunders(answers))
    if base.__hash__ is not None:
        cls.__hash__ = base.__hash__
    return cls


BASES = {int: 5, float: 2.5, complex: 2j, str: 'ab', bytes: b'ab', bytearray: b'ab', list: [1, 2], tuple: (1, 2),
        dict: {1: 2},
         set: {1}, frozenset: {1}}
PLAIN = {b: type(f'Plain_{b.__name__}', (b,), {}) for b in BASES}
OWN = {b: subclasses(b, ANSWERS, 'Own') for b in BASES}
MUTE = {b: subclasses(b, SILENT, 'Mute') for b in (int, float, str, list, tuple)}
Own = type('Own', (), dunders(ANSWERS) | {'__hash__': lambda self: 5})
Mute = type('Mute', (), dunders(SILENT) | {'__hash__': lambda self: 5})


class Indexed:
    def __index__(self):
        LOG.append('index')
        return 1


class Iterates:
    def __iter__(self):
        LOG.append('iter')
        return iter([1, 2.5, 'x'])


class Counts:
    """An iterator, and a sequence by the old protocol."""
    def __init__(self):
        self.n = 0

    def __next__(self):
        LOG.append('next')
        self.n += 1
        if self.n > 2:
            raise StopIteration(self.n)
        return self.n


class Old:
    def __getitem__(self, i):
        LOG.append('getitem')
        if i == 2:
            raise IndexError(i)
        return i


class Slots:
    __slots__ = ('a', 'b')

    def __init__(self):
        self.a = 1


class Attributes:
    value = 1
    cls = classmethod(lambda cls: 'cls')
    static = staticmethod(lambda: 'static')

    def __init__(self):
        self.a = 1
        self.b = 2.5

    def method(self, x=0):
        return ['method', x]

    @property
    def prop(self):
        LOG.append('get')
        return 'prop'

    @prop.setter
    def prop(self, value):
        LOG.append(f'set {value!r}')


class Asks(Attributes):
    def __getattr__(self, name):
        LOG.append(f'getattr {name}')
        if name == 'b' or name.startswith('__'):
            raise AttributeError(name)
        return name


class AsksFirst:
    def __getattribute__(self, name):
        LOG.append(f'getattribute {name}')
        return name

    def __setattr__(self, name, value):
        LOG.append(f'setattr {name}')

    def __delattr__(self, name):
        LOG.append(f'delattr {name}')


def function(a, b=2, *args, c=3, **kw):
    return a, b, args, c, kw


NUMBERS = [
    '0', '1', '-1', '7', '53', '2**53-1', '-(2**53-1)', '2**53', '-(2**53)', '10**30', 'True', '0.0', '-0.0', '1.5',
    '-7.25', '1e300',
    "float('inf')", "float('nan')", '1.5-0.0j',
]
CONTAINERS = [
    "''", "'abc'", "'%s'", "'\\ud83d\\U0001f600'", "b'ab'", "bytearray(b'ab')", '[]', '[1, 2, 3]', '[1.5, 2.5]',
    "['a', None]",
    '()', '(1, 2)', "{1: 2, 'a': 3, 1.5: 4}", '{Own(): 1}', 'set()', '{1, 2}', 'range(5)', 'range(2**53)',
    'range(-(2**53)+1, 2**53-1, 2**52)', 'range(0, 10**30, 7)', 'slice(1)', 'memoryview(b"ab")',
]
OTHERS = [
    'None', 'int', 'len', 'function', 'Attributes().method', 'Attributes', 'Indexed()', 'Iterates()', 'Counts()',
    'Old()', 'Slots()',
    'Attributes()', 'Asks()', 'AsksFirst()', 'Own()', 'Mute()', 'print', '{1: 2}.keys()',
]
ITERATORS = [
    'iter([1, 2])', 'iter([1.5, 2.5])', "iter(['a'])", 'iter([])', 'iter((1, 2))', 'iter(())', 'iter(range(3))',
    'iter(range(3, 0, -1))',
    'iter(range(2**53, 2**53+3))', 'iter(range(2**53-3, 2**53-1))', 'iter(range(-(2**53)+1, 2**53-1, 2**52))',
    'iter("ab")',
    'iter({1: 2})', 'iter({1})', 'map(str, [1])', 'zip([1], [2])', 'enumerate([1])', '(x for x in (1, 2))',
    'reversed([1, 2])',
    'iter(Old())', 'iter(Iterates())', 'iter(int, 0)',
]
SUBCLASSES = [f'{kind}[{b.__name__}]({value!r})' for kind, table in (('PLAIN', PLAIN), ('OWN', OWN), ('MUTE', MUTE))
              for b, value in BASES.items() if b in table]

EVERYTHING = NUMBERS + CONTAINERS + OTHERS + SUBCLASSES
SOME = ['0', '-1', '2**53-1', '2**53', '10**30', 'True', '2.5', '-0.0', '2j', "'abc'", "b'ab'", '[1, 2]', '(1, 2)',
        '{1: 2}', 'None',
        'Indexed()', 'Own()', 'Mute()', 'slice(None, 2)', 'slice(None, None, -1)', "slice('a')"]
SOME += [text for text in SUBCLASSES if 'complex' not in text and 'bytes' not in text and 'frozen' not in text]
NAMES = ['a', 'b', 'value', 'cls', 'static', 'method', 'prop', 'missing', '__class__', 'append', '__len__', '__name__']
CALLS = ['', '1', '1, 2', '1, 2, 3, 4', '1, c=4', '1, d=5', '*(1, 2)', '**{"a": 1}', 'a=1, b=2', 'b=2', '1, a=1']

MAKE = {text: eval('lambda: ' + text) for text in {*EVERYTHING, *SOME, *ITERATORS}}


def inplace(sign):
    space = {}
    exec(f'def do(x, y):\n    x {sign}= y\n    return x', space)
    return space['do']


def store(o, key, value):
    o[key] = value
    return o


def drop(o, key):
    del o[key]
    return o


def write(o, name, value):
    setattr(o, name, value)
    return getattr(o, name)


def remove(o, name):
    delattr(o, name)
    return getattr(o, name, 'gone')


def collect(o):
    it = iter(o)
    return type(it).__name__, take(it)


def take(it):
    """At most four values; then once more, if it has ended."""
    out = []
    while len(out) < 4:
        try:
            out.append(next(it))
        except StopIteration:
            out.append('end')
            break
    if out[-1] == 'end':
        out.append(next(it, 'end'))
    return out


def loop(it):
    out = []
    for x in it:
        out.append(x)
        if len(out) == 4:
            break
    else:
        out.append('end')
    return out


# Each operation: (name, right operands, what it does). The syntax itself, so that the interpreter does it.
def operations():
    for sign in ('+', '-', '*', '/', '//', '%', '**', '&', '<<', '@'):
        yield f'binary {sign}', SOME, eval(f'lambda x, y: x {sign} y')
    for sign in ('+', '*', '-', '|', '%'):
        yield f'in-place {sign}', SOME, inplace(sign)
    for sign in ('<', '==', '!=', '>='):
        yield f'compare {sign}', SOME, eval(f'lambda x, y: x {sign} y')
    yield 'contains', SOME, lambda c, x: x in c
    yield 'getItem', SOME, lambda o, k: o[k]
    yield 'setItem', SOME, lambda o, k: store(o, k, 7)
    yield 'setItem float', SOME, lambda o, k: store(o, k, 7.5)
    yield 'delItem', SOME, drop
    yield 'negative', [None], lambda x: -x
    yield 'positive', [None], lambda x: +x
    yield 'invert', [None], lambda x: ~x
    yield 'absolute', [None], lambda x: abs(x)
    yield 'isTrue', [None], lambda x: not not x
    yield 'lengthOf', [None], lambda x: len(x)
    yield 'getIter', [None], collect
    yield 'getAttr', NAMES, lambda o, name: getattr(o, name)
    yield 'setAttr', NAMES, lambda o, name: write(o, name, 5)
    yield 'delAttr', NAMES, remove
    for text in CALLS:
        yield f'call {text}', [None], eval(f'lambda f: f({text})')


def skips(name, x, y):
    """Operations that take all memory or end never, that warn, and the calls of `__len__` for how much room to make."""
    sign = name.split(' ')[-1]
    size = lambda v: int.__abs__(v) if isinstance(v, int) else 0
    if sign in ('**', '<<') and name[0] in 'bi':
        return size(y) > 100
    if sign == '*' and name[0] in 'bi':
        numbers = (int, float, complex)
        return max(size(x), size(y)) > 1000 and not (isinstance(x, numbers) and isinstance(y, numbers))
    long = lambda v: isinstance(v, range) and (v.stop - v.start) // v.step > 10**6
    if name == 'contains' and long(x) or long(y):
        return type(y) is not int
    if long(x) and 'dict_' in type(y).__name__:
        return True
    if name in ('setAttr', 'delAttr') and (isinstance(x, type) or x is function):
        return True
    if name.startswith('call') and x in (print, int):
        return True
    if name in ('binary %', 'in-place %', 'in-place +') and (type(y) is OWN[set] or isinstance(x, list)):
        return True
    return name == 'invert' and isinstance(x, bool)


def text_of(value):
    if isinstance(value, tuple) and type(value) is tuple:
        return '(' + ', '.join(map(text_of, value)) + ')'
    if type(value) is list:
        return '[' + ', '.join(map(text_of, value)) + ']'
    if isinstance(value, (set, frozenset)):
        items = set.__iter__(value) if isinstance(value, set) else frozenset.__iter__(value)
        return f'{type(value).__name__} {sorted(map(text_of, items))}'
    for base in type(value).__mro__:
        if base in BASES:
            return f'{type(value).__name__} {base.__repr__(value)}'
    shown = type(value).__name__
    if shown in ('NoneType', 'ellipsis', 'NotImplementedType', 'range', 'slice'):
        return repr(value)
    return shown


def outcome(do, operands):
    LOG.clear()
    try:
        result = do(*operands)
        log = f' {LOG}' if LOG else ''
        text = text_of(result)
    except Exception as e:
        log = f' {LOG}' if LOG else ''
        text = f'{type(e).__name__}: {e}'
    if '0x' in text:
        text = text[:text.index('0x')]
    return text + log


def rows(perform=None):
    """Yields (row, text of its results); `perform(name)` gives the function to use in place of the syntax, or None."""
    for name, rights, do in operations():
        if perform is not None:
            do = perform(name) or do
        lefts = EVERYTHING
        if name.startswith(('setItem', 'delItem')):
            lefts = CONTAINERS + OTHERS + SUBCLASSES
        elif name.startswith('in-place'):
            lefts = SOME
        for left in lefts:
            lines = []
            for right in rights:
                makes = [MAKE[left]] if right is None else [MAKE[left], MAKE.get(right, lambda: right)]
                operands = [make() for make in makes]
                if not skips(name, operands[0], operands[-1]):
                    lines.append(f'{right}: {outcome(do, operands)}')
            yield f'{name} {left}', '\n'.join(lines)
    for name, do in (('iterNext', take), ('loop', loop)):
        if perform is not None:
            do = perform(name) or do
        for left in ITERATORS + ['Counts()', *EVERYTHING]:
            yield f'{name} {left}', outcome(do, [MAKE[left]()])


def checksum(text):
    return zlib.crc32(text.encode('utf-8', 'surrogatepass'))
