import inspect, types, functools
def f(a, b: int = 2, /, c=3, *args: str, d, e=5, **kw) -> float:
    """Doc of f.

        indented
    """
    x = 1
    return x
class A:
    """Class doc."""
    attr = 1
    def m(self, x, y=1): "m doc"
    @classmethod
    def cm(cls, z): pass
    @staticmethod
    def sm(q): pass
    @property
    def p(self): return 1
class B(A):
    def m(self, x, y=2): pass
s = inspect.signature(f)
print(s, list(s.parameters), s.parameters['d'].kind, s.return_annotation, s.parameters['b'].default, repr(s.parameters['b']), repr(s))
print(inspect.signature(A.m), inspect.signature(A().m), inspect.signature(A), inspect.signature(A.cm), inspect.signature(A.sm), inspect.signature(functools.partial(f, 1, d=3)), inspect.signature(lambda *a, k=1: 0))
b = s.bind(1, 2, 3, 4, d=5, z=6); print(b.args, b.kwargs, b.arguments, b); b2 = s.bind_partial(1); b2.apply_defaults(); print(b2.arguments)
for bad in [lambda: s.bind(), lambda: s.bind(1), lambda: s.bind(1, a=2, d=3), lambda: inspect.signature(3)]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(inspect.getdoc(f), inspect.getdoc(B.m), inspect.cleandoc('  a\n    b'), inspect.isfunction(f), inspect.ismethod(A().m), inspect.isclass(A), inspect.isbuiltin(len), inspect.isgeneratorfunction(f), inspect.ismodule(inspect), inspect.isroutine(len), inspect.isdatadescriptor(A.p), sep='|')
print(inspect.getfullargspec(f), inspect.getmro(B), [n for n, v in inspect.getmembers(A) if not n.startswith('__')], inspect.getmembers(A, inspect.isfunction)[0][0])
print(inspect.getsource(f), inspect.getsource(A.cm), inspect.getsourcelines(B), inspect.getsourcefile(f) == __file__, inspect.getmodule(f).__name__, inspect.getcomments(f))
def gen():
    y = 1
    yield y
    yield 2
g = gen(); print(inspect.getgeneratorstate(g)); next(g); print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g)); g.close(); print(inspect.getgeneratorstate(g), inspect.isgenerator(g))
def who(): return inspect.currentframe().f_code.co_name, inspect.stack()[1].function, inspect.stack()[0].lineno, inspect.getframeinfo(inspect.currentframe()).function
print(who())
def outer():
    n = 5
    def inner(): return n + len('x') + undefined_thing
    return inner
print(inspect.getclosurevars(outer()), inspect.classify_class_attrs(A)[0].name, inspect.getattr_static(A(), 'p'), inspect.unwrap(f) is f)
@functools.wraps(f)
def w(*a, **k): return f(*a, **k)
print(inspect.signature(w), inspect.unwrap(w) is f, inspect.signature(w, follow_wrapped=False), w.__wrapped__ is f)
p = inspect.Parameter('x', inspect.Parameter.KEYWORD_ONLY, default=3, annotation=int); print(p, inspect.Signature([p]), p.replace(name='y'), s.replace(return_annotation=int), p.kind.description)
print(inspect.signature(len), inspect.signature(isinstance))
class C:
    def __init__(self, a, *, b): pass
class D:
    def __call__(self, z): pass
class M(type):
    def __call__(cls, mm): return 1
class E(metaclass=M): pass
print(inspect.signature(C), inspect.signature(D()), inspect.signature(E), inspect.iscoroutinefunction(f), inspect.isabstract(C), inspect.get_annotations(f), inspect.formatannotation(int))
print(types.FunctionType is type(f), types.CoroutineType, types.AsyncGeneratorType, types.CapsuleType, types.new_class('N', (A,)).__mro__[1], types.SimpleNamespace(a=1), types.MethodType(f, 3), types.DynamicClassAttribute) if False else None
print(types.CoroutineType, types.AsyncGeneratorType, types.CapsuleType, types.GeneratorType, types.new_class('N', (A,)).__mro__[1], types.SimpleNamespace(a=1), types.resolve_bases((int,)), isinstance(1, types.CoroutineType))
