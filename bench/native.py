# Library functions written in native code that compare, add, iterate and call: run by bench/native.ts.
import bisect
import functools
import heapq
import operator
import random
import re
import sys
import time

random.seed(1)
INTS = [random.randrange(10**6) for _ in range(20000)]
FLOATS = [random.random() for _ in range(20000)]
TEXTS = [str(n) for n in INTS]
PAIRS = [(n % 100, n) for n in INTS]
TUPLE = tuple(INTS)
TABLE = dict.fromkeys(INTS)
BIG = [n + 2**60 for n in INTS[:5000]]
MIXED = [INTS[i] if i % 2 else FLOATS[i] for i in range(10000)]
SORTED = sorted(INTS)
LETTERS = 'the quick brown fox jumps over the lazy dog ' * 200
WORD = re.compile(r'\w+')


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __eq__(self, other):
        return self.n == other.n

    def __hash__(self):
        return self.n


ITEMS = [Item(n) for n in INTS[:3000]]


def key_sort():
    x = INTS[:]
    x.sort(key=lambda n: n % 1000)


def bisecting():
    for n in INTS:
        bisect.bisect_left(SORTED, n)


def heap():
    h = []
    for n in INTS[:5000]:
        heapq.heappush(h, n)
    while h:
        heapq.heappop(h)


KERNELS = {
    'sorted ints': lambda: sorted(INTS),
    'sorted floats': lambda: sorted(FLOATS),
    'sorted texts': lambda: sorted(TEXTS),
    'sorted pairs': lambda: sorted(PAIRS),
    'sorted mixed': lambda: sorted(MIXED),
    'sorted objects': lambda: sorted(ITEMS),
    'sort with key': key_sort,
    'sorted attrgetter': lambda: sorted(ITEMS, key=operator.attrgetter('n')),
    'sorted itemgetter': lambda: sorted(PAIRS, key=operator.itemgetter(1)),
    'sum ints': lambda: sum(INTS),
    'sum tuple': lambda: sum(TUPLE),
    'sum big': lambda: sum(BIG),
    'sum mixed': lambda: sum(MIXED),
    'sum of generator': lambda: sum(n & 7 for n in INTS),
    'sum of lists': lambda: sum([[n] for n in INTS[:300]], []),
    'min': lambda: min(INTS),
    'max with key': lambda: max(INTS, key=lambda n: -n),
    'min texts': lambda: min(TEXTS),
    'min of dict': lambda: min(TABLE),
    'bisect': bisecting,
    'heapq': heap,
    'nsmallest': lambda: heapq.nsmallest(50, INTS),
    'reduce add': lambda: functools.reduce(operator.add, INTS),
    'reduce lambda': lambda: functools.reduce(lambda a, b: (a + b) & 0xffff, INTS),
    'map': lambda: list(map(operator.mul, INTS, INTS)),
    'filter': lambda: list(filter(lambda n: n & 1, INTS)),
    'zip': lambda: list(zip(INTS, FLOATS)),
    'any': lambda: any(n < 0 for n in INTS),
    'all': lambda: all(TEXTS),
    'in list': lambda: [n in INTS[:300] for n in range(200)],
    'in list of texts': lambda: ['x' in TEXTS[:500] for n in range(50)],
    'index of object': lambda: ITEMS[:300].index(ITEMS[299]),
    'set of objects': lambda: {*ITEMS, *ITEMS},
    'dict of pairs': lambda: dict(PAIRS),
    'list equal': lambda: INTS == list(TUPLE),
    're.sub with function': lambda: WORD.sub(lambda m: m.group().upper(), LETTERS),
    're.findall': lambda: WORD.findall(LETTERS),
    'join': lambda: ','.join(TEXTS),
    'getattr': lambda: [getattr(i, 'n') for i in ITEMS],
    'setattr': lambda: [setattr(i, 'n', i.n) for i in ITEMS],
}
only = sys.argv[1:]
for name, kernel in KERNELS.items():
    if only and name not in only:
        continue
    times = []
    started = time.process_time()
    while len(times) < 5 or (time.process_time() - started < 0.15 and len(times) < 400):
        t = time.process_time()
        kernel()
        times.append(time.process_time() - t)
    print(name, min(times), sep='\t')
