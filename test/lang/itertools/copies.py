# Copies and pickles of iterators go on where the original is, and leave it there; those of itertools warn.
import array, collections, copy, itertools, operator, warnings
warnings.simplefilter('ignore')
class Seq:
    def __getitem__(self, i): return 'xyz'[i]
    def __len__(self): return 3
    def __repr__(self): return 'Seq()'
D = {1: 2, 3: 4, 5: 6}
MAKE = {
    'range': lambda: iter(range(1, 20, 3)), 'longrange': lambda: iter(range(10**20, 10**20 + 3)), 'list': lambda: iter([1, 2, 3]),
    'tuple': lambda: iter((1, 2, 3)), 'str': lambda: iter('abc'), 'wide str': lambda: iter('aé\U0001F600c'), 'keys': lambda: iter(D),
    'items': lambda: iter(D.items()), 'values': lambda: iter(D.values()), 'keys back': lambda: reversed(D), 'items back': lambda: reversed(D.items()),
    'set': lambda: iter({1, 2, 3}), 'enumerate': lambda: enumerate('abc', 2**63 - 1), 'zip': lambda: zip([1, 2], 'ab'),
    'strict zip': lambda: zip([1, 2], 'ab', strict=True), 'no zip': lambda: zip(), 'map': lambda: map(abs, [-1, -2]), 'filter': lambda: filter(None, [0, 1, 2]),
    'list back': lambda: reversed([1, 2, 3]), 'reversed': lambda: reversed((1, 2, 3)), 'bytes': lambda: iter(b'abc'), 'bytearray': lambda: iter(bytearray(b'abc')),
    'callable': lambda: iter(iter([1, 2, 3]).__next__, 3), 'range back': lambda: reversed(range(4)), 'memoryview': lambda: iter(memoryview(b'abc')),
    'deque': lambda: iter(collections.deque([1, 2, 3])), 'array': lambda: iter(array.array('b', [1, 2, 3])), 'OrderedDict': lambda: iter(collections.OrderedDict(a=1, b=2)),
    'sequence': lambda: iter(Seq()), 'sequence back': lambda: reversed(Seq()), 'generator': lambda: (x for x in 'abc'),
    'count': lambda: itertools.count(), 'count by': lambda: itertools.count(3, 2), 'count from float': lambda: itertools.count(1.5), 'cycle': lambda: itertools.cycle('ab'),
    'repeat': lambda: itertools.repeat(1), 'repeat 3': lambda: itertools.repeat(1, 3), 'accumulate': lambda: itertools.accumulate([1, 2, 3]),
    'accumulate from': lambda: itertools.accumulate([1, 2, 3], max, initial=2), 'chain': lambda: itertools.chain([1, 2], [3, 4]),
    'chain from': lambda: itertools.chain.from_iterable(['ab', 'cd']), 'compress': lambda: itertools.compress('abc', [1, 0, 1]),
    'dropwhile': lambda: itertools.dropwhile(operator.not_, [0, 0, 1, 0]), 'takewhile': lambda: itertools.takewhile(bool, [1, 2, 0, 2]),
    'filterfalse': lambda: itertools.filterfalse(None, [0, 0, 1]), 'starmap': lambda: itertools.starmap(pow, [(1, 2), (3, 4)]),
    'islice': lambda: itertools.islice('abcdef', 1, 6, 2), 'islice to end': lambda: itertools.islice('abcdef', 1, None), 'pairwise': lambda: itertools.pairwise('abc'),
    'batched': lambda: itertools.batched('abcd', 2), 'zip_longest': lambda: itertools.zip_longest('abc', 'd', fillvalue=7), 'groupby': lambda: itertools.groupby('aabc'),
    'group': lambda: next(itertools.groupby('aaabc'))[1], 'product': lambda: itertools.product('ab', 'cd'), 'product of none': lambda: itertools.product(),
    'permutations': lambda: itertools.permutations('abc', 2), 'combinations': lambda: itertools.combinations('abc', 2), 'too few': lambda: itertools.combinations('abc', 4),
    'with replacement': lambda: itertools.combinations_with_replacement('abc', 2), 'tee': lambda: itertools.tee('abc')[0],
}
def attempt(f, *args):
    try: return f(*args)
    except Exception as e: return f'{type(e).__name__}: {e}'
def rest(it): return [x[0] if isinstance(x, tuple) and 'object' in repr(x) else x for x in itertools.islice(it, 5)]
for name, make in MAKE.items():
    deep, shallow = [], []
    for seen, f in (deep, copy.deepcopy), (shallow, copy.copy):
        for steps in (0, 1, 2):
            it = make()
            for _ in range(steps): next(it, None)
            seen.append((attempt(lambda: rest(f(it))), rest(it)))
    print(name, *[a if a == b else (a, b) for a, b in deep], 'shared' if deep != shallow else '')  # expect json: "range [1, 4, 7, 10, 13] [4, 7, 10, 13, 16] [7, 10, 13, 16, 19] "
    it = make()
    if hasattr(it, '__setstate__') and name not in ('array', 'memoryview'):
        states = 1, -1, 10, *(() if 'range' in name else ('a', (1, 2)))
        print('  ', *[(attempt(it.__setstate__, state), attempt(rest, it)) for state in states for it in [make()]])  # expect:    (None, [4, 7, 10, 13, 16]) (None, [1, 4, 7, 10, 13]) (None, [])
        # expect json: "longrange [100000000000000000000, 100000000000000000001, 100000000000000000002] [100000000000000000001, 100000000000000000002] [100000000000000000002] "
        # expect:    (None, [100000000000000000001, 100000000000000000002]) (None, [100000000000000000000, 100000000000000000001, 100000000000000000002]) (None, [])
        # expect json: "list [1, 2, 3] [2, 3] [3] "
        # expect:    (None, [2, 3]) (None, []) (None, []) ('TypeError: an integer is required', [1, 2, 3]) ('TypeError: an integer is required', [1, 2, 3])
        # expect json: "tuple [1, 2, 3] [2, 3] [3] "
        # expect:    (None, [2, 3]) (None, [1, 2, 3]) (None, []) ('TypeError: an integer is required', [1, 2, 3]) ('TypeError: an integer is required', [1, 2, 3])
        # expect json: "str ['a', 'b', 'c'] ['b', 'c'] ['c'] "
        # expect:    (None, ['b', 'c']) (None, ['a', 'b', 'c']) (None, []) ('TypeError: an integer is required', ['a', 'b', 'c']) ('TypeError: an integer is required', ['a', 'b', 'c'])
        # expect json: "wide str ['a', 'é', '😀', 'c'] ['é', '😀', 'c'] ['😀', 'c'] "
        # expect:    (None, ['é', '😀', 'c']) (None, ['a', 'é', '😀', 'c']) (None, []) ('TypeError: an integer is required', ['a', 'é', '😀', 'c']) ('TypeError: an integer is required', ['a', 'é', '😀', 'c'])
        # expect json: "keys [1, 3, 5] [3, 5] [5] "
        # expect json: "items [(1, 2), (3, 4), (5, 6)] [(3, 4), (5, 6)] [(5, 6)] "
        # expect json: "values [2, 4, 6] [4, 6] [6] "
        # expect json: "keys back [5, 3, 1] [3, 1] [1] "
        # expect json: "items back [(5, 6), (3, 4), (1, 2)] [(3, 4), (1, 2)] [(1, 2)] "
        # expect json: "set [1, 2, 3] [2, 3] [3] "
        # expect: enumerate [(9223372036854775807, 'a'), (9223372036854775808, 'b'), (9223372036854775809, 'c')] [(9223372036854775808, 'b'), (9223372036854775809, 'c')] [(9223372036854775809, 'c')] shared
        # expect: zip [(1, 'a'), (2, 'b')] [(2, 'b')] [] shared
        # expect:    (None, [(1, 'a'), (2, 'b')]) (None, [(1, 'a'), (2, 'b')]) (None, [(1, 'a'), (2, 'b')]) (None, [(1, 'a'), (2, 'b')]) (None, [(1, 'a'), (2, 'b')])
        # expect: strict zip [(1, 'a'), (2, 'b')] [(2, 'b')] [] shared
        # expect:    (None, [(1, 'a'), (2, 'b')]) (None, [(1, 'a'), (2, 'b')]) (None, [(1, 'a'), (2, 'b')]) (None, [(1, 'a'), (2, 'b')]) (None, [(1, 'a'), (2, 'b')])
        # expect json: "no zip [] [] [] "
        # expect:    (None, []) (None, []) (None, []) (None, []) (None, [])
        # expect: map [1, 2] [2] [] shared
        # expect: filter [1, 2] [2] [] shared
        # expect json: "list back [3, 2, 1] [2, 1] [1] "
        # expect:    (None, [2, 1]) (None, []) (None, [3, 2, 1]) ('TypeError: an integer is required', [3, 2, 1]) ('TypeError: an integer is required', [3, 2, 1])
        # expect json: "reversed [3, 2, 1] [2, 1] [1] "
        # expect:    (None, [2, 1]) (None, []) (None, [3, 2, 1]) ('TypeError: an integer is required', [3, 2, 1]) ('TypeError: an integer is required', [3, 2, 1])
        # expect json: "bytes [97, 98, 99] [98, 99] [99] "
        # expect:    (None, [98, 99]) (None, [97, 98, 99]) (None, []) ('TypeError: an integer is required', [97, 98, 99]) ('TypeError: an integer is required', [97, 98, 99])
        # expect json: "bytearray [97, 98, 99] [98, 99] [99] "
        # expect:    (None, [98, 99]) (None, [97, 98, 99]) (None, []) ('TypeError: an integer is required', [97, 98, 99]) ('TypeError: an integer is required', [97, 98, 99])
        # expect: callable [1, 2] [2] [] shared
        # expect json: "range back [3, 2, 1, 0] [2, 1, 0] [1, 0] "
        # expect:    (None, [2, 1, 0]) (None, [3, 2, 1, 0]) (None, [])
        # expect json: "memoryview (\"TypeError: cannot pickle 'memory_iterator' object\", [97, 98, 99]) (\"TypeError: cannot pickle 'memory_iterator' object\", [98, 99]) (\"TypeError: cannot pickle 'memory_iterator' object\", [99]) "
        # expect json: "deque [1, 2, 3] [2, 3] [3] "
        # expect json: "array [1, 2, 3] [2, 3] [3] "
        # expect json: "OrderedDict ['a', 'b'] ['b'] [] "
        # expect json: "sequence ['x', 'y', 'z'] ['y', 'z'] ['z'] "
        # expect:    (None, ['y', 'z']) (None, ['x', 'y', 'z']) (None, []) ('TypeError: an integer is required', ['x', 'y', 'z']) ('TypeError: an integer is required', ['x', 'y', 'z'])
        # expect json: "sequence back ['z', 'y', 'x'] ['y', 'x'] ['x'] "
        # expect:    (None, ['y', 'x']) (None, []) (None, ['z', 'y', 'x']) ('TypeError: an integer is required', ['z', 'y', 'x']) ('TypeError: an integer is required', ['z', 'y', 'x'])
        # expect json: "generator (\"TypeError: cannot pickle 'generator' object\", ['a', 'b', 'c']) (\"TypeError: cannot pickle 'generator' object\", ['b', 'c']) (\"TypeError: cannot pickle 'generator' object\", ['c']) "
        # expect json: "count [0, 1, 2, 3, 4] [1, 2, 3, 4, 5] [2, 3, 4, 5, 6] "
        # expect json: "count by [3, 5, 7, 9, 11] [5, 7, 9, 11, 13] [7, 9, 11, 13, 15] "
        # expect json: "count from float [1.5, 2.5, 3.5, 4.5, 5.5] [2.5, 3.5, 4.5, 5.5, 6.5] [3.5, 4.5, 5.5, 6.5, 7.5] "
        # expect: cycle ['a', 'b', 'a', 'b', 'a'] ['b', 'a', 'b', 'a', 'b'] ['a', 'b', 'a', 'b', 'a'] shared
        # expect:    ('TypeError: state is not a tuple', ['a', 'b', 'a', 'b', 'a']) ('TypeError: state is not a tuple', ['a', 'b', 'a', 'b', 'a']) ('TypeError: state is not a tuple', ['a', 'b', 'a', 'b', 'a']) ('TypeError: state is not a tuple', ['a', 'b', 'a', 'b', 'a']) ('TypeError: argument 1 must be list, not int', ['a', 'b', 'a', 'b', 'a'])
        # expect json: "repeat [1, 1, 1, 1, 1] [1, 1, 1, 1, 1] [1, 1, 1, 1, 1] "
        # expect json: "repeat 3 [1, 1, 1] [1, 1] [1] "
        # expect: accumulate [1, 3, 6] [3, 6] [6] shared
        # expect:    (None, [2, 4, 7]) (None, [0, 2, 5]) (None, [11, 13, 16]) (None, 'TypeError: can only concatenate str (not "int") to str') (None, 'TypeError: can only concatenate tuple (not "int") to tuple')
        # expect: accumulate from [2, 2, 2, 3] [2, 2, 3] [2, 3] shared
        # expect:    (None, [2, 2, 2, 3]) (None, [2, 2, 2, 3]) (None, [2, 2, 2, 3]) (None, [2, 2, 2, 3]) (None, [2, 2, 2, 3])
        # expect: chain [1, 2, 3, 4] [2, 3, 4] [3, 4] shared
        # expect:    ('TypeError: state is not a tuple', [1, 2, 3, 4]) ('TypeError: state is not a tuple', [1, 2, 3, 4]) ('TypeError: state is not a tuple', [1, 2, 3, 4]) ('TypeError: state is not a tuple', [1, 2, 3, 4]) ('TypeError: Arguments must be iterators.', [1, 2, 3, 4])
        # expect: chain from ['a', 'b', 'c', 'd'] ['b', 'c', 'd'] ['c', 'd'] shared
        # expect:    ('TypeError: state is not a tuple', ['a', 'b', 'c', 'd']) ('TypeError: state is not a tuple', ['a', 'b', 'c', 'd']) ('TypeError: state is not a tuple', ['a', 'b', 'c', 'd']) ('TypeError: state is not a tuple', ['a', 'b', 'c', 'd']) ('TypeError: Arguments must be iterators.', ['a', 'b', 'c', 'd'])
        # expect: compress ['a', 'c'] ['c'] [] shared
        # expect: dropwhile [1, 0] [0] [] shared
        # expect:    (None, [0, 0, 1, 0]) (None, [0, 0, 1, 0]) (None, [0, 0, 1, 0]) (None, [0, 0, 1, 0]) (None, [0, 0, 1, 0])
        # expect: takewhile [1, 2] [2] [] shared
        # expect:    (None, []) (None, []) (None, []) (None, []) (None, [])
        # expect: filterfalse [0, 0] [0] [] shared
        # expect: starmap [1, 81] [81] [] shared
        # expect: islice ['b', 'd', 'f'] ['d', 'f'] ['f'] shared
        # expect:    (None, ['a', 'c', 'e']) (None, ['c', 'e']) (None, []) ('TypeError: an integer is required', ['b', 'd', 'f']) ('TypeError: an integer is required', ['b', 'd', 'f'])
        # expect: islice to end ['b', 'c', 'd', 'e', 'f'] ['c', 'd', 'e', 'f'] ['d', 'e', 'f'] shared
        # expect:    (None, ['a', 'b', 'c', 'd', 'e']) (None, ['c', 'd', 'e', 'f']) (None, ['a', 'b', 'c', 'd', 'e']) ('TypeError: an integer is required', ['b', 'c', 'd', 'e', 'f']) ('TypeError: an integer is required', ['b', 'c', 'd', 'e', 'f'])
        # expect json: "pairwise (\"TypeError: cannot pickle 'itertools.pairwise' object\", [('a', 'b'), ('b', 'c')]) (\"TypeError: cannot pickle 'itertools.pairwise' object\", [('b', 'c')]) (\"TypeError: cannot pickle 'itertools.pairwise' object\", []) "
        # expect json: "batched (\"TypeError: cannot pickle 'itertools.batched' object\", [('a', 'b'), ('c', 'd')]) (\"TypeError: cannot pickle 'itertools.batched' object\", [('c', 'd')]) (\"TypeError: cannot pickle 'itertools.batched' object\", []) "
        # expect: zip_longest [('a', 'd'), ('b', 7), ('c', 7)] [('b', 7), ('c', 7)] [('c', 7)] shared
        # expect:    (None, [('a', 'd'), ('b', 1), ('c', 1)]) (None, [('a', 'd'), ('b', -1), ('c', -1)]) (None, [('a', 'd'), ('b', 10), ('c', 10)]) (None, [('a', 'd'), ('b', 'a'), ('c', 'a')]) (None, [('a', 'd'), ('b', (1, 2)), ('c', (1, 2))])
        # expect: groupby ['a', 'b', 'c'] ['b', 'c'] ['c'] shared
        # expect:    ('TypeError: state is not a tuple', ['a', 'b', 'c']) ('TypeError: state is not a tuple', ['a', 'b', 'c']) ('TypeError: state is not a tuple', ['a', 'b', 'c']) ('TypeError: state is not a tuple', ['a', 'b', 'c']) ('TypeError: function takes exactly 3 arguments (2 given)', ['a', 'b', 'c'])
        # expect: group ['a', 'a', 'a'] ['a', 'a'] ['a'] shared
        # expect json: "product [('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd')] [('a', 'd'), ('b', 'c'), ('b', 'd')] [('b', 'c'), ('b', 'd')] "
        # expect:    ('ValueError: invalid arguments', [('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd')]) ('ValueError: invalid arguments', [('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd')]) ('ValueError: invalid arguments', [('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd')]) ('ValueError: invalid arguments', [('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd')]) (None, [])
        # expect json: "product of none [()] [] [] "
        # expect:    ('ValueError: invalid arguments', [()]) ('ValueError: invalid arguments', [()]) ('ValueError: invalid arguments', [()]) ('ValueError: invalid arguments', [()]) ('ValueError: invalid arguments', [()])
        # expect json: "permutations [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a')] [('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')] [('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')] "
        # expect:    ('TypeError: state is not a tuple', [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a')]) ('TypeError: state is not a tuple', [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a')]) ('TypeError: state is not a tuple', [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a')]) ('TypeError: state is not a tuple', [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a')]) ('TypeError: argument 1 must be tuple, not int', [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a')])
        # expect json: "combinations [('a', 'b'), ('a', 'c'), ('b', 'c')] [('a', 'c'), ('b', 'c')] [('b', 'c')] "
        # expect:    ('ValueError: invalid arguments', [('a', 'b'), ('a', 'c'), ('b', 'c')]) ('ValueError: invalid arguments', [('a', 'b'), ('a', 'c'), ('b', 'c')]) ('ValueError: invalid arguments', [('a', 'b'), ('a', 'c'), ('b', 'c')]) ('ValueError: invalid arguments', [('a', 'b'), ('a', 'c'), ('b', 'c')]) (None, [])
        # expect json: "too few [] [] [] "
        # expect:    ('ValueError: invalid arguments', []) ('ValueError: invalid arguments', []) ('ValueError: invalid arguments', []) ('ValueError: invalid arguments', []) ('ValueError: invalid arguments', [])
        # expect json: "with replacement [('a', 'a'), ('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c')] [('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c'), ('c', 'c')] [('a', 'c'), ('b', 'b'), ('b', 'c'), ('c', 'c')] "
        # expect:    ('ValueError: invalid arguments', [('a', 'a'), ('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c')]) ('ValueError: invalid arguments', [('a', 'a'), ('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c')]) ('ValueError: invalid arguments', [('a', 'a'), ('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c')]) ('ValueError: invalid arguments', [('a', 'a'), ('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c')]) (None, [('c', 'c')])
        # expect json: "tee ['a', 'b', 'c'] ['b', 'c'] ['c'] "
        # expect:    ('TypeError: state is not a tuple', ['a', 'b', 'c']) ('TypeError: state is not a tuple', ['a', 'b', 'c']) ('TypeError: state is not a tuple', ['a', 'b', 'c']) ('TypeError: state is not a tuple', ['a', 'b', 'c']) ('TypeError: argument 1 must be itertools._tee_dataobject, not int', ['a', 'b', 'c'])
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
      
for make in (MAKE['count'], MAKE['cycle'], MAKE['tee']):
    for f in copy.copy, copy.deepcopy:
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter('always')
            f(make())
        print(len(said), {str(w.message) for w in said})  # expect: 1 {'Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.'}
        # expect: 1 {'Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.'}
        # expect: 2 {'Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.'}
        # expect: 2 {'Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.'}
        # expect: 0 set()
        # expect: 3 {'Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.'}
      
      
      
      
      
      
      
      
      
      
# A long tee is a list of pieces; an iterator that its own source calls is refused.
a, b = itertools.tee(range(200))
for _ in range(150): next(a)
a, b = copy.deepcopy((a, b))
print(sum(a), sum(b))  # expect: 8725 19900
class Own:
    def __iter__(self): return self
    def __next__(self): return next(own)
own, _ = itertools.tee(Own())
print(attempt(next, own))  # expect: RuntimeError: cannot re-enter the tee iterator
# What compares while the name `iter` is looked up may use the iterator up.
class Calling:
    def __init__(self, calls): self.end = calls; self.calls = 0
    def __call__(self):
        self.calls += 1
        if self.calls == self.end: list(it)
        return self.calls
it = iter(Calling(2), 5)
print(list(it))  # expect: [1]
