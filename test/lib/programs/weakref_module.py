import weakref, gc
class A:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'A({self.n})'
    def hello(self): return 'hi %d' % self.n
a = A(1)
r = weakref.ref(a)
print(r() is a, r == weakref.ref(a), weakref.ref(a) is r, hash(r) == hash(a), weakref.getweakrefcount(a), weakref.getweakrefs(a) == [r], type(r), weakref.ref)
p = weakref.proxy(a)
print(p.n, p.hello(), str(p), p == a, type(p))
p.n = 5
print(a.n, weakref.proxy(a) is p, isinstance(p, A))
try: hash(p)
except TypeError as e: print(e)
d = weakref.WeakValueDictionary()
d['x'] = a
print(d['x'], len(d), list(d), 'x' in d, dict(d), d.get('zz', 3))
k = weakref.WeakKeyDictionary()
k[a] = 'val'
print(k[a], len(k), a in k, list(k.items()))
s = weakref.WeakSet([a])
print(a in s, len(s), list(s))
for bad in [1, 'x', None, [], {}, (), 2.5, b'', 1j, range(3), object()]:
    try: print(weakref.ref(bad))
    except TypeError as e: print(e)
class Slotted: __slots__ = ('x',)
class SlottedWeak: __slots__ = ('x', '__weakref__')
class L(list): pass
class T(tuple): pass
class I(int): pass
for ok in [A, len, a.hello, (lambda: 0), {1}.__class__(), L(), frozenset(), SlottedWeak(), Slotted(), T(), I(), type, weakref]:
    try: print(type(weakref.ref(ok)).__name__, end=' ')
    except TypeError as e: print(e)
print()
m = weakref.WeakMethod(a.hello)
print(m()(), m() == a.hello)
f = weakref.finalize(a, print, 'finalized', 3)
print(f.alive, f.peek()[1:], f.detach() is not None, f.alive)
g = weakref.finalize(a, lambda x: x * 2, 21)
print(g(), g.alive, g())
class R(weakref.ref):
    def __init__(self, ob, callback=None, **kw):
        super().__init__(ob, callback)
        self.extra = kw
x = R(a, tag=1)
print(x().n, x.extra, x == r, isinstance(x, weakref.ref))
weakref.finalize(a, print, 'at exit')
print(weakref.ref[int], gc.isenabled(), gc.collect() >= 0)
b = A(2)
lst = weakref.WeakSet({a, b})
print(sorted(o.n for o in lst), lst | {a} == lst, lst.issubset({a, b}))
