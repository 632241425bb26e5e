# Entries of __slots__ that are set, deleted and set again in hot loops, and classes that mix them with a dict.
class P:
    __slots__ = ('x', 'y')
    def __init__(self, x, y): self.x = x; self.y = y
class Q(P):
    __slots__ = ('z',)
    def __init__(self, x, y, z): super().__init__(x, y); self.z = z
class R(P): pass
class Bad:
    __slots__ = ('a',)
    b = 1
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def make(n):
    s = 0
    for i in range(n):
        p = P(i, i * .5); q = Q(1, 2, i); r = R(i, 'a')
        r.extra = i
        p.x += 1; q.z = p.x
        s += q.z + p.y + r.extra
        if i % 50 == 49:
            del p.x
            try: p.x
            except AttributeError as e: s += len(str(e))
            p.x = 'again'
            s += len(p.x)
        p.y = i if i % 3 else 2.5
        s += p.y
    return s
t(lambda: make(400))  # expect: 253590.0
def wrong(n):
    c = 0
    for i in range(n):
        b = Bad()
        b.a = i
        try: b.b = 2
        except AttributeError as e: m = str(e); c += 1
        try: b.c = 2
        except AttributeError as e: k = str(e); c += 1
    return c, m, k
t(lambda: wrong(200))  # expect: (400, "'Bad' object attribute 'b' is read-only", "'Bad' object has no attribute 'c' and no __dict__ for setting new attributes")
def mixed(n):
    out = []
    for i in range(n):
        r = R(i, 2)
        r.__dict__['x'] = 'hidden'
        r.x = 5
        if i < 2: out.append((r.x, r.__dict__, R.x.__get__(r)))
        del r.x
        try: r.x
        except AttributeError as e: m = str(e)
    return out, m
t(lambda: mixed(100))  # expect: ([(5, {'x': 'hidden'}, 5), (5, {'x': 'hidden'}, 5)], "'R' object has no attribute 'x'")
class Desc:
    def __set__(self, o, v): o.log.append(v)
    def __get__(self, o, t=None): return 'd'
class S:
    __slots__ = ('log', 'v')
    w = Desc()
def patched(n):
    s = S(); s.log = []
    for i in range(n):
        s.v = i
        s.w = i
        if i == n // 2: S.v = Desc()
    return len(s.log), s.v
t(lambda: patched(200))  # expect: (299, 'd')
class T(list):
    __slots__ = ('tag',)
def lists(n):
    s = 0
    for i in range(n):
        l = T([1, 2]); l.tag = i; l.append(3)
        s += l.tag + len(l)
    return s
t(lambda: lists(200))  # expect: 20500
class U(int): __slots__ = ()
def ints(n):
    for i in range(n):
        try: U(3).x = 1
        except AttributeError as e: m = str(e)
    return m
t(lambda: ints(100))  # expect: 'U' object has no attribute 'x' and no __dict__ for setting new attributes
class W:
    __slots__ = ('k',)
    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2)
def sets(n):
    s = 0
    for i in range(n): w = W(); w.k = i; s += w.k
    return s
t(lambda: sets(100))  # expect: 9900
class Add:
    __slots__ = ('v',)
    def __init__(self, v): self.v = v
    def __add__(self, o): return Add(self.v + o.v)
    def __eq__(self, o): return self.v == o.v
    def __getitem__(self, i): return self.v + i
    def __len__(self): return 3
def dunders(n):
    a, b = Add(0), Add(1)
    for i in range(n): a = a + b; assert a[i] == a.v + i and len(a) == 3 and a == a
    return a.v
t(lambda: dunders(500))  # expect: 500
class New:
    __slots__ = ('v',)
    def __new__(cls, *a): o = object.__new__(cls); o.v = a; return o
t(lambda: [New(i, 2).v for i in range(40)][-1])  # expect: (39, 2)
class Abst:
    __slots__ = ()
    def __init__(self, a): pass
t(lambda: [type(Abst(i)).__name__ for i in range(40)][-1])  # expect: Abst
class NoInit: __slots__ = 'q'
t(lambda: [NoInit() for i in range(40)][-1].q)  # expect: AttributeError 'NoInit' object has no attribute 'q'
t(lambda: NoInit(3))  # expect: TypeError NoInit() takes no arguments
class Setting:
    def __set__(self, o, v): o.log.append(v)
    def __get__(self, o, t=None): return 'd'
class Plain: pass
def described(n):
    s = Plain(); s.log = []
    for i in range(n):
        s.v = i
        if i == n // 2: Plain.v = Setting()
    return len(s.log)
print(described(6000), 2999)  # expect: 2999 2999
