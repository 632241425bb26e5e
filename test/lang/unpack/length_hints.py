# What makes a list of an iterable asks it first how long it will be.


def told(name, call):
    try:
        print(name, call())
    except Exception as e:
        print(name, type(e).__name__, e)


class Hint:
    def __init__(self, hint): self.hint = hint
    def __iter__(self): return iter((3, 1, 2))

    def __length_hint__(self):
        print('hint', end=' ')
        if isinstance(self.hint, Exception): raise self.hint
        return self.hint


class Long:
    def __init__(self, n): self.n = n

    def __len__(self):
        print('len', end=' ')
        return self.n

    def __getitem__(self, i):
        if i > 2: raise IndexError
        return str(i)


for hint in (3, -5, True, 1.5, 'n', None, NotImplemented, TypeError('mine'), ValueError('mine'), 2**70):
    told('list', lambda: list(Hint(hint)))  # expect: hint list [3, 1, 2]
    # expect: hint list ValueError __length_hint__() should return >= 0
    # expect: hint list [3, 1, 2]
    # expect: hint list TypeError __length_hint__ must be an integer, not float
    # expect: hint list TypeError __length_hint__ must be an integer, not str
    # expect: hint list TypeError __length_hint__ must be an integer, not NoneType
    # expect: hint list [3, 1, 2]
    # expect: hint list [3, 1, 2]
    # expect: hint list ValueError mine
    # expect: hint list OverflowError Python int too large to convert to C ssize_t
for hint in (2, -1):
    h = Hint(hint)
    told('tuple', lambda: tuple(h))  # expect: hint tuple (3, 1, 2)
    told('display', lambda: [*h])  # expect: hint display [3, 1, 2]
    told('call', lambda: (lambda *a: a)(*h))  # expect: hint call (3, 1, 2)
    told('sorted', lambda: sorted(h))  # expect: hint sorted [1, 2, 3]
    told('extend', lambda: [].extend(h))  # expect: hint extend None
    told('set', lambda: set(h))  # expect: set {1, 2, 3}
    told('sum', lambda: sum(h))  # expect: sum 6
    told('join', lambda: ''.join(h))  # expect: join TypeError sequence item 0: expected str instance, int found
    # expect: hint tuple ValueError __length_hint__() should return >= 0
    # expect: hint display ValueError __length_hint__() should return >= 0
    # expect: hint call ValueError __length_hint__() should return >= 0
    # expect: hint sorted ValueError __length_hint__() should return >= 0
    # expect: hint extend ValueError __length_hint__() should return >= 0
    # expect: set {1, 2, 3}
    # expect: sum 6
    # expect: join TypeError sequence item 0: expected str instance, int found
for n in (3, 0, -1, 'n', 2**64, 2**63 - 1):
    long = Long(n)
    told('long list', lambda: list(long))  # expect: len long list ['0', '1', '2']
    told('true', lambda: 1 if long else 0)  # expect: len true 1
    told('not', lambda: not long)  # expect: len not False
    told('join', lambda: ''.join(long))  # expect: len join 012
    # expect: len long list ['0', '1', '2']
    # expect: len true 0
    # expect: len not True
    # expect: len join 012
    # expect: len long list ValueError __len__() should return >= 0
    # expect: len true ValueError __len__() should return >= 0
    # expect: len not ValueError __len__() should return >= 0
    # expect: len join ValueError __len__() should return >= 0
    # expect: len long list ['0', '1', '2']
    # expect: len true TypeError 'str' object cannot be interpreted as an integer
    # expect: len not TypeError 'str' object cannot be interpreted as an integer
    # expect: len join 012
    # expect: len long list OverflowError cannot fit 'int' into an index-sized integer
    # expect: len true OverflowError cannot fit 'int' into an index-sized integer
    # expect: len not OverflowError cannot fit 'int' into an index-sized integer
    # expect: len join OverflowError cannot fit 'int' into an index-sized integer
    # expect json: "len long list MemoryError "
    # expect: len true 1
    # expect: len not False
    # expect json: "len join MemoryError "


def unpacked(x):
    a, *b, c = x
    return a, b, c


told('unpack', lambda: unpacked(Long(3)))  # expect: len unpack ('0', ['1'], '2')
told('unpack', lambda: unpacked(Hint(-1)))  # expect: unpack (3, [1], 2)
told('unpack', lambda: unpacked(iter(Long(-1))))  # expect: len unpack ValueError __len__() should return >= 0
told('reversed', lambda: list(reversed(Long(3))))  # expect: len len reversed ['2', '1', '0']


class Short:
    def __len__(self): return 1
    def __getitem__(self, i): raise IndexError


told('short', lambda: unpacked(Short()))  # expect: short ValueError not enough values to unpack (expected at least 2, got 0)
