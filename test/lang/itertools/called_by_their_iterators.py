# Iterators that are called by the iterators they take their items from; super() without its first argument.
import itertools
def f(x):
    del x
    super()
try: f(1)
except RuntimeError as e: print(e)  # expect: super(): arg[0] deleted
class X:
    def f(x):
        del x
        super()
    def g(x):
        y = lambda: x
        del x
        super()
for m in (X().f, X().g):
    try: m()
    except RuntimeError as e: print(e)  # expect: super(): arg[0] deleted
    # expect: super(): arg[0] deleted
class I:
    def __init__(self, o): self.o=o; self.n=0
    def __iter__(self): return self
    def __next__(self):
        self.n+=1
        if self.n==self.o:
            try: next(it)
            except StopIteration: pass
            except ValueError as e: return str(e)
        if self.n>8: raise StopIteration
        return self.n
for o in (1,2,3):
    it=itertools.pairwise(I(o)); 
    try: print(list(it))  # expect: [(3, 4), (4, 5), (5, 6), (6, 7), (7, 8)]
    except Exception as e: print(type(e).__name__, e)
    it=itertools.batched(I(o),2); print(list(it))  # expect: [(3, 4), (5, 6), (7, 8)]
    it=itertools.groupby(I(o)); print([(k,list(g)) for k,g in it])  # expect: [(3, [3]), (4, [4]), (5, [5]), (6, [6]), (7, [7]), (8, [8])]
    it=itertools.accumulate(I(o)); print(list(it))  # expect: [4, 7, 11, 16, 22, 29, 37]
    it=itertools.islice(I(o),5); print(list(it))  # expect: [2, 3, 4, 5]
    it=itertools.chain(I(o),[1]); print(list(it))  # expect: [2, 3, 4, 5, 6, 7, 8, 1]
    it=itertools.takewhile(lambda x:True,I(o)); print(list(it))  # expect: [2, 3, 4, 5, 6, 7, 8]
    it=itertools.dropwhile(lambda x:x<2,I(o)); print(list(it))  # expect: [2, 3, 4, 5, 6, 7, 8]
    it=itertools.zip_longest(I(o),[1,2]); print(list(it))  # expect: [(2, 2), (3, None), (4, None), (5, None), (6, None), (7, None), (8, None)]
    it=itertools.cycle(I(o)); print([next(it) for _ in range(12)])  # expect: [2, 3, 4, 5, 6, 7, 8, 2, 2, 3, 4, 5]
    it=itertools.starmap(print,([x] for x in I(o))); 
    try: print(len(list(it)))  # expect: generator already executing
    # expect: 2
    # expect: 3
    # expect: 4
    # expect: 5
    # expect: 6
    # expect: 7
    # expect: 8
    # expect: 8
    except Exception as e: print(type(e).__name__, e)
    it=itertools.compress(I(o),[1,0,1,1]); print(list(it))  # expect: [3, 4]
    it=itertools.filterfalse(None,I(o)); print(list(it))  # expect: []
    it=enumerate(I(o)); print(list(it))  # expect: [(1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7), (7, 8)]
    it=zip(I(o),I(9)); print(list(it))  # expect: [(2, 2), (3, 3), (4, 4), (5, 5), (6, 6), (7, 7), (8, 8)]
    it=map(str,I(o)); print(list(it))  # expect: ['2', '3', '4', '5', '6', '7', '8']
    it=filter(None,I(o)); print(list(it))  # expect: [2, 3, 4, 5, 6, 7, 8]
    # expect: [(1, 3), (3, 4), (4, 5), (5, 6), (6, 7), (7, 8)]
    # expect: [(1, 4), (5, 6), (7, 8)]
    # expect: [(1, [1]), (4, [4]), (5, [5]), (6, [6]), (7, [7]), (8, [8])]
    # expect: [1, 7, 11, 16, 22, 29, 37]
    # expect: [1, 3, 4, 5]
    # expect: [1, 3, 4, 5, 6, 7, 8, 1]
    # expect: [1, 3, 4, 5, 6, 7, 8]
    # expect: [3, 4, 5, 6, 7, 8]
    # expect: [(1, 1), (3, None), (4, None), (5, None), (6, None), (7, None), (8, None)]
    # expect: [1, 3, 4, 5, 6, 7, 8, 1, 3, 3, 4, 5]
    # expect: 1
    # expect: generator already executing
    # expect: 3
    # expect: 4
    # expect: 5
    # expect: 6
    # expect: 7
    # expect: 8
    # expect: 8
    # expect: [1, 4]
    # expect: []
    # expect: [(0, 1), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7), (7, 8)]
    # expect: [(1, 1), (3, 3), (4, 4), (5, 5), (6, 6), (7, 7), (8, 8)]
    # expect: ['1', '3', '4', '5', '6', '7', '8']
    # expect: [1, 3, 4, 5, 6, 7, 8]
    # expect: [(1, 2), (2, 4), (4, 5), (5, 6), (6, 7), (7, 8)]
    # expect: [(1, 2), (5, 6), (7, 8)]
    # expect: [(1, [1]), (2, [2]), (5, [5]), (6, [6]), (7, [7]), (8, [8])]
    # expect: [1, 3, 11, 16, 22, 29, 37]
    # expect: [1, 2, 4, 5]
    # expect: [1, 2, 4, 5, 6, 7, 8, 1]
    # expect: [1, 2, 4, 5, 6, 7, 8]
    # expect: [2, 4, 5, 6, 7, 8]
    # expect: [(1, 1), (2, 2), (4, None), (5, None), (6, None), (7, None), (8, None)]
    # expect: [1, 2, 4, 5, 6, 7, 8, 1, 2, 4, 4, 5]
    # expect: 1
    # expect: 2
    # expect: generator already executing
    # expect: 4
    # expect: 5
    # expect: 6
    # expect: 7
    # expect: 8
    # expect: 8
    # expect: [1, 4]
    # expect: []
    # expect: [(0, 1), (1, 2), (3, 4), (4, 5), (5, 6), (6, 7), (7, 8)]
    # expect: [(1, 1), (2, 2), (4, 4), (5, 5), (6, 6), (7, 7), (8, 8)]
    # expect: ['1', '2', '4', '5', '6', '7', '8']
    # expect: [1, 2, 4, 5, 6, 7, 8]
