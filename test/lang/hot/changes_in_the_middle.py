# What a loop has been compiled for changes in its middle: classes, metaclasses, modules, properties, names.
import math, abc, functools, sys
def drive(body, change, n):
    out = []
    for i in range(n):
        if i == n // 2: change()
        try: v = body(i)
        except Exception as e: v = type(e).__name__ + ': ' + str(e)
        if not out or out[-1] != v: out.append(v)
    return out[:6]
tests = []
def case(f): tests.append(f); return f
@case
def property_again():
    class A:
        x = property(lambda s: 1)
    a = A()
    return lambda i: a.x, lambda: A.x.__init__(lambda s: 2)
@case
def static_again():
    class A:
        f = staticmethod(lambda: 1)
        c = classmethod(lambda k: 1)
    a = A()
    def ch(): A.__dict__['f'].__init__(lambda: 2); A.__dict__['c'].__init__(lambda k: 3)
    return lambda i: (a.f(), A.f(), a.c(), A.c()), ch
@case
def module_attr():
    old = math.sqrt
    def ch(): math.sqrt = lambda x: 'patched'
    def body(i): return math.sqrt(4.0)
    tests_done.append(lambda: setattr(math, 'sqrt', old))
    return body, ch
@case
def module_new_name():
    def ch(): math.fresh = 3
    tests_done.append(lambda: delattr(math, 'fresh'))
    return lambda i: math.fresh, ch
@case
def names_of_classes():
    class A: pass
    a = A()
    def ch(): A.__name__ = 'B'; A.__qualname__ = 'Q'; A.__module__ = 'm'; A.__doc__ = 'd'
    return lambda i: (type(a).__name__, A.__qualname__, A.__module__, A.__doc__), ch
@case
def names_of_functions():
    def f(): pass
    def ch(): f.__name__ = 'g'; f.__doc__ = 'd'; f.attr = 1
    return lambda i: (f.__name__, f.__doc__, hasattr(f, 'attr')), ch
@case
def instancecheck():
    class M(type): pass
    class A(metaclass=M): pass
    def ch(): M.__instancecheck__ = lambda c, o: o == 3 or 'yes'
    return lambda i: (isinstance(5, A), isinstance(A(), A)), ch
@case
def subclasscheck():
    class M(type): pass
    class A(metaclass=M): pass
    def ch(): M.__subclasscheck__ = lambda c, o: True
    return lambda i: issubclass(int, A), ch
@case
def metacall():
    class M(type): pass
    class A(metaclass=M):
        def __init__(self, x): self.x = x
    def ch(): M.__call__ = lambda c, *a: 'called'
    return lambda i: type(A(i)).__name__, ch
@case
def abc_register():
    class A(abc.ABC): pass
    return lambda i: (isinstance(3, A), issubclass(int, A)), lambda: A.register(int)
@case
def new_and_init():
    class A:
        def __init__(self, x): self.x = x
    def ch(): A.__init__ = lambda s, x: setattr(s, 'x', -1)
    return lambda i: A(1).x, ch
@case
def new_added():
    class A: pass
    class B(A): pass
    def ch(): A.__new__ = lambda c: 'made'
    return lambda i: type(B()).__name__, ch
@case
def abstract():
    class A: pass
    def ch(): A.__abstractmethods__ = frozenset(['f'])
    return lambda i: type(A()).__name__, ch
@case
def specials():
    class A:
        def __len__(self): return 1
        def __iter__(self): return iter([1])
        def __contains__(self, x): return True
        def __call__(self): return 1
        def __getitem__(self, i): return 1
        def __add__(self, o): return 1
        def __eq__(self, o): return True
        def __hash__(self): return 1
        def __bool__(self): return True
        def __str__(self): return 's'
        def __index__(self): return 1
        def __enter__(self): return 1
        def __exit__(self, *a): return False
    a = A()
    def ch():
        for n in ('len', 'add', 'hash', 'index', 'str', 'call'): setattr(A, f'__{n}__', lambda s, *x: 2 if n != 'str' else 'two')
        A.__str__ = lambda s: 'two'; A.__contains__ = lambda s, x: False; A.__getitem__ = lambda s, i: 2; A.__iter__ = lambda s: iter('xy')
        A.__bool__ = lambda s: False; A.__eq__ = lambda s, o: False; A.__enter__ = lambda s: 'e'
    def body(i):
        with a as w: pass
        return (len(a), list(a), 3 in a, a(), a[0], a + 1, a == 1, hash(a), bool(a), str(a), [5, 6, 7][a], w, f'{a}', 'T' if a else 'F')
    return body, ch
@case
def specials_deleted():
    class A:
        def __len__(self): return 1
        def __add__(self, o): return 1
        def __call__(self): return 1
    class B(A):
        def __len__(self): return 2
        def __add__(self, o): return 2
    b = B()
    def ch(): del B.__len__, B.__add__, A.__call__
    def body(i):
        try: c = b()
        except TypeError as e: c = str(e)
        return len(b), b + 1, c
    return body, ch
@case
def getattr_added():
    class A: pass
    a = A()
    def ch(): A.__getattr__ = lambda s, n: n
    return lambda i: a.zzz, ch
@case
def getattribute_added():
    class A:
        x = 1
    a = A(); a.y = 2
    def ch(): A.__getattribute__ = lambda s, n: 'G' + n
    return lambda i: (a.x, a.y), ch
@case
def bases():
    class X:
        def f(self): return 'X'
    class Y:
        def f(self): return 'Y'
    class A(X): pass
    a = A()
    def ch(): A.__bases__ = (Y,)
    return lambda i: (a.f(), super(A, a).f()), ch
@case
def mro_entry():
    class X: pass
    class A(X): pass
    a = A()
    def ch(): X.late = 5
    return lambda i: getattr(a, 'late', None), ch
@case
def dict_replaced():
    class A: pass
    a = A(); a.x = 1
    def ch(): a.__dict__ = {'x': 2}
    return lambda i: a.x, ch
@case
def dict_written():
    class A: x = 'class'
    a = A()
    def ch(): a.__dict__['x'] = 2
    return lambda i: a.x, ch
@case
def class_of_instance():
    class A:
        def f(self): return 'A'
    class B:
        def f(self): return 'B'
    a = A()
    def ch(): a.__class__ = B
    return lambda i: (a.f(), type(a).__name__), ch
@case
def partials():
    p = functools.partial(lambda *a, **k: (a, k), 1, x=2)
    def ch(): pass
    return lambda i: p(3), ch
@case
def caches():
    @functools.lru_cache
    def f(x): return calls.append(x) or len(calls)
    calls = []
    return lambda i: f(1), lambda: f.cache_clear()
@case
def closure_cells():
    x = 1
    def f(): return x
    def ch(): f.__closure__[0].cell_contents = 'cell'
    return lambda i: f(), ch
@case
def recursion_limit():
    def f(n): return 0 if n == 0 else 1 + f(n - 1)
    old = sys.getrecursionlimit()
    tests_done.append(lambda: sys.setrecursionlimit(old))
    return lambda i: f(150), lambda: sys.setrecursionlimit(120)
@case
def hash_and_eq_of_keys():
    class K:
        def __hash__(self): return 1
        def __eq__(self, o): return self is o
    k = K(); d = {k: 1}
    def ch(): K.__hash__ = lambda s: 2
    return lambda i: d.get(k, 'gone'), ch
@case
def iterator_protocol():
    class It:
        def __iter__(self): return self
        def __next__(self): raise StopIteration
    it = It()
    def ch():
        box = [3]
        def nx(s):
            if box: return box.pop()
            raise StopIteration
        It.__next__ = nx
    return lambda i: [x for x in it], ch
@case
def match_args():
    class P:
        __match_args__ = ('x', 'y')
        def __init__(self): self.x = 1; self.y = 2
    p = P()
    def body(i):
        match p:
            case P(a, b): return a, b
    def ch(): P.__match_args__ = ('y', 'x')
    return body, ch
@case
def format_spec():
    class F:
        def __format__(self, s): return 'F' + s
    f = F()
    def ch(): F.__format__ = lambda s, t: 'G' + t
    return lambda i: f'{f:>3}', ch
@case
def builtin_shadowed():
    g = {'body': None}
    exec('def body(i): return len([1]), max(1, 2)\n', g)
    def ch(): g['len'] = lambda x: 'L'; g['max'] = min
    return lambda i: g['body'](i), ch
@case
def exception_args():
    class E(Exception): pass
    def body(i):
        try: raise E(1)
        except E as e: return str(e), e.args
    def ch(): E.__str__ = lambda s: 'str'; E.__init__ = lambda s, *a: Exception.__init__(s, 'init')
    return body, ch
@case
def descriptor_class():
    class D:
        def __get__(self, o, t=None): return 'got'
    class A: d = D()
    a = A(); a.__dict__['d'] = 'own'
    def ch(): D.__set__ = lambda s, o, v: None
    return lambda i: a.d, ch
@case
def descriptor_class_get():
    class D: pass
    class A: d = D()
    a = A()
    def ch(): D.__get__ = lambda s, o, t=None: 'got'
    return lambda i: type(a.d).__name__, ch
@case
def descriptor_class_set():
    class D: pass
    class A: d = D()
    a = A(); log = []
    def ch(): D.__set__ = lambda s, o, v: log.append(v)
    def body(i): a.d = 1; return len(log) > 0
    return body, ch
tests_done = []
for n in (30, 2500):
    for t in tests:
        body, change = t()
        print(t.__name__, drive(body, change, n))  # expect: property_again [1, 2]
        # expect: static_again [(1, 1, 1, 1), (2, 2, 3, 3)]
        # expect: module_attr [2.0, 'patched']
        # expect: module_new_name ["AttributeError: module 'math' has no attribute 'fresh'", 3]
        # expect: names_of_classes [('A', 'names_of_classes.<locals>.A', '__main__', None), ('B', 'Q', 'm', 'd')]
        # expect: names_of_functions [('f', None, False), ('g', 'd', True)]
        # expect: instancecheck [(False, True), (True, True)]
        # expect: subclasscheck [False, True]
        # expect: metacall ['A', 'str']
        # expect: abc_register [(False, False), (True, True)]
        # expect: new_and_init [1, -1]
        # expect: new_added ['B', 'str']
        # expect: abstract ['A', "TypeError: Can't instantiate abstract class A without an implementation for abstract method 'f'"]
        # expect: specials [(1, [1], True, 1, 1, 1, True, 1, True, 's', 6, 1, 's', 'T'), (2, ['x', 'y'], False, 2, 2, 2, False, 2, False, 'two', 7, 'e', 'two', 'F')]
        # expect: specials_deleted [(2, 2, 1), (1, 1, "'B' object is not callable")]
        # expect: getattr_added ["AttributeError: 'A' object has no attribute 'zzz'", 'zzz']
        # expect: getattribute_added [(1, 2), ('Gx', 'Gy')]
        # expect: bases [('X', 'X'), ('Y', 'Y')]
        # expect: mro_entry [None, 5]
        # expect: dict_replaced [1, 2]
        # expect: dict_written ['class', 2]
        # expect: class_of_instance [('A', 'A'), ('B', 'B')]
        # expect: partials [((1, 3), {'x': 2})]
        # expect: caches [1, 2]
        # expect: closure_cells [1, 'cell']
        # expect: recursion_limit [150, 'RecursionError: maximum recursion depth exceeded']
        # expect: hash_and_eq_of_keys [1, 'gone']
        # expect: iterator_protocol [[], [3], []]
        # expect: match_args [(1, 2), (2, 1)]
        # expect: format_spec ['F>3', 'G>3']
        # expect: builtin_shadowed [(1, 2), ('L', 1)]
        # expect: exception_args [('1', (1,)), ('str', ('init',))]
        # expect: descriptor_class ['own', 'got']
        # expect: descriptor_class_get ['D', 'str']
        # expect: descriptor_class_set [False, True]
        # expect: property_again [1, 2]
        # expect: static_again [(1, 1, 1, 1), (2, 2, 3, 3)]
        # expect: module_attr [2.0, 'patched']
        # expect: module_new_name ["AttributeError: module 'math' has no attribute 'fresh'", 3]
        # expect: names_of_classes [('A', 'names_of_classes.<locals>.A', '__main__', None), ('B', 'Q', 'm', 'd')]
        # expect: names_of_functions [('f', None, False), ('g', 'd', True)]
        # expect: instancecheck [(False, True), (True, True)]
        # expect: subclasscheck [False, True]
        # expect: metacall ['A', 'str']
        # expect: abc_register [(False, False), (True, True)]
        # expect: new_and_init [1, -1]
        # expect: new_added ['B', 'str']
        # expect: abstract ['A', "TypeError: Can't instantiate abstract class A without an implementation for abstract method 'f'"]
        # expect: specials [(1, [1], True, 1, 1, 1, True, 1, True, 's', 6, 1, 's', 'T'), (2, ['x', 'y'], False, 2, 2, 2, False, 2, False, 'two', 7, 'e', 'two', 'F')]
        # expect: specials_deleted [(2, 2, 1), (1, 1, "'B' object is not callable")]
        # expect: getattr_added ["AttributeError: 'A' object has no attribute 'zzz'", 'zzz']
        # expect: getattribute_added [(1, 2), ('Gx', 'Gy')]
        # expect: bases [('X', 'X'), ('Y', 'Y')]
        # expect: mro_entry [None, 5]
        # expect: dict_replaced [1, 2]
        # expect: dict_written ['class', 2]
        # expect: class_of_instance [('A', 'A'), ('B', 'B')]
        # expect: partials [((1, 3), {'x': 2})]
        # expect: caches [1, 2]
        # expect: closure_cells [1, 'cell']
        # expect: recursion_limit [150, 'RecursionError: maximum recursion depth exceeded']
        # expect: hash_and_eq_of_keys [1, 'gone']
        # expect: iterator_protocol [[], [3], []]
        # expect: match_args [(1, 2), (2, 1)]
        # expect: format_spec ['F>3', 'G>3']
        # expect: builtin_shadowed [(1, 2), ('L', 1)]
        # expect: exception_args [('1', (1,)), ('str', ('init',))]
        # expect: descriptor_class ['own', 'got']
        # expect: descriptor_class_get ['D', 'str']
        # expect: descriptor_class_set [False, True]
        while tests_done: tests_done.pop()()
