# Defaults and code of functions that change while loops call them.
def opt(p, q=2, *r, k=3, **kw): return (q, k)
def other(p, q=5, *r, k=6, **kw): return ('other', q, k)
def run(n, change):
    out = []
    for i in range(n):
        try: v = opt(i)
        except TypeError as e: v = str(e)
        if i == n // 2: change()
        if not out or out[-1] != v: out.append(v)
    return out
def c1(): opt.__kwdefaults__ = None
def c2(): opt.__kwdefaults__ = {'k': 9}
def c3(): opt.__kwdefaults__['k'] = 10
def c4(): opt.__defaults__ = (7,)
def c5(): opt.__defaults__ = None
def c6(): opt.__code__ = other.__code__; opt.__defaults__ = (1,)
def c7(): del opt.__kwdefaults__['k']
def c8(): opt.__kwdefaults__.update(k=11)
def c9(): opt.__kwdefaults__.clear()
def c10(): opt.__kwdefaults__ |= {'k': 12}
for n in (20, 3000):
    opt.__defaults__ = (2,); opt.__kwdefaults__ = {'k': 3}
    for c in (c2, c3, c8, c10, c7, c2, c9, c1, c2, c4, c5, c6):
        print(c.__name__, run(n, c))  # expect: c2 [(2, 3), (2, 9)]
        # expect: c3 [(2, 9), (2, 10)]
        # expect: c8 [(2, 10), (2, 11)]
        # expect: c10 [(2, 11), (2, 12)]
        # expect: c7 [(2, 12), "opt() missing 1 required keyword-only argument: 'k'"]
        # expect: c2 ["opt() missing 1 required keyword-only argument: 'k'", (2, 9)]
        # expect: c9 [(2, 9), "opt() missing 1 required keyword-only argument: 'k'"]
        # expect: c1 ["opt() missing 1 required keyword-only argument: 'k'"]
        # expect: c2 ["opt() missing 1 required keyword-only argument: 'k'", (2, 9)]
        # expect: c4 [(2, 9), (7, 9)]
        # expect: c5 [(7, 9), "opt() missing 1 required positional argument: 'q'"]
        # expect: c6 ["opt() missing 1 required positional argument: 'q'", ('other', 1, 9)]
        # expect: c2 [('other', 2, 3), ('other', 2, 9)]
        # expect: c3 [('other', 2, 9), ('other', 2, 10)]
        # expect: c8 [('other', 2, 10), ('other', 2, 11)]
        # expect: c10 [('other', 2, 11), ('other', 2, 12)]
        # expect: c7 [('other', 2, 12), "opt() missing 1 required keyword-only argument: 'k'"]
        # expect: c2 ["opt() missing 1 required keyword-only argument: 'k'", ('other', 2, 9)]
        # expect: c9 [('other', 2, 9), "opt() missing 1 required keyword-only argument: 'k'"]
        # expect: c1 ["opt() missing 1 required keyword-only argument: 'k'"]
        # expect: c2 ["opt() missing 1 required keyword-only argument: 'k'", ('other', 2, 9)]
        # expect: c4 [('other', 2, 9), ('other', 7, 9)]
        # expect: c5 [('other', 7, 9), "opt() missing 1 required positional argument: 'q'"]
        # expect: c6 ["opt() missing 1 required positional argument: 'q'", ('other', 1, 9)]
class K:
    def m(self, a=1, *, b=2): return (a, b)
    def __call__(self, a=1, *, b=2): return (a, b, 'call')
    @classmethod
    def cm(cls, a=1, *, b=2): return (a, b, 'cm')
def run2(n):
    out = []; o = K()
    for i in range(n):
        try: v = (o.m(), o(), o.cm(), K.m(o))
        except TypeError as e: v = str(e)
        if i == n // 4: K.m.__defaults__ = (i,); K.__call__.__kwdefaults__['b'] = 5
        if i == n // 2: K.cm.__func__.__kwdefaults__ = {'b': 'x'}; K.m.__kwdefaults__ = {}
        if not out or out[-1] != v: out.append(v)
    K.m.__defaults__ = (1,); K.m.__kwdefaults__ = {'b': 2}
    return out
print(run2(40), run2(4000))  # expect: [((1, 2), (1, 2, 'call'), (1, 2, 'cm'), (1, 2)), ((10, 2), (1, 5, 'call'), (1, 2, 'cm'), (10, 2)), "K.m() missing 1 required keyword-only argument: 'b'"] [((1, 2), (1, 5, 'call'), (1, 'x', 'cm'), (1, 2)), ((1000, 2), (1, 5, 'call'), (1, 'x', 'cm'), (1000, 2)), "K.m() missing 1 required keyword-only argument: 'b'"]
