def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e, getattr(e,'__notes__',''))
def f(a,b=1,*c,d=2,**e): "doc"; x=1; return a
def g(): 
    z=1
    def h(): return z
    return h
t(lambda: f.__defaults__); t(lambda: f.__kwdefaults__); t(lambda: f.__closure__); t(lambda:f.__doc__); t(lambda:f.__module__)
t(lambda: f.__code__); t(lambda: g().__closure__); t(lambda: g().__closure__[0].cell_contents); t(lambda: g().__qualname__)
for v in ('__defaults__','__kwdefaults__','__code__','__globals__','__closure__','__name__','__qualname__','__annotations__','__dict__','__type_params__','__builtins__'):
    def s(): setattr(f,v,5)
    t(s)
    def s(): delattr(f,v)
    if v!='__defaults__': t(s)
c=f.__code__
for n in dir(c):
    if n.startswith('co_') and n not in('co_code','_co_code_adaptive','co_linetable','co_lnotab'): t(lambda:(n,getattr(c,n)))
t(lambda: c.replace(co_name='x'))
m=[].append
t(lambda: m.__self__); t(lambda: m.__name__); t(lambda: m.__qualname__); t(lambda: m.__module__); t(lambda: len.__module__); t(lambda: len.__self__); 
t(lambda: list.append.__objclass__); t(lambda: list.append.__qualname__); t(lambda: dict.fromkeys.__self__); t(lambda: object.__new__.__self__)
t(lambda: int.__add__.__name__); t(lambda:(5).__add__.__self__); t(lambda:(5).__add__.__qualname__); t(lambda:(5).__add__.__objclass__)
t(lambda: int.real.__name__); t(lambda: int.real.__objclass__); t(lambda: int.real.__get__(5)); t(lambda: int.real.__get__('x')); t(lambda: int.real.__set__(5,1))
t(lambda: list.append.__get__([])); t(lambda: list.append.__get__(5)); t(lambda: list.append([],)); t(lambda: list.append(5,1)); t(lambda: list.append())
class A:
    def f(self): pass
a=A()
t(lambda: a.f.__self__ is a); t(lambda: a.f.__func__ is A.f); t(lambda: a.f == a.f); t(lambda: hash(a.f)==hash(a.f)); t(lambda: a.f.__name__); t(lambda: setattr(a.f,'x',1))
t(lambda: repr(a.f)[:20]); t(lambda:a.f.__doc__); t(lambda: type(a.f)(5,5)); t(lambda: type(a.f)(len,None))
t(lambda: repr(type(a.f)(len,[]))); 
import types
m=types.ModuleType('mm','doc')
t(lambda: m); t(lambda: m.__dict__); t(lambda: m.__doc__); t(lambda: m.x); t(lambda: setattr(m,'__dict__',1)); t(lambda: types.ModuleType()); t(lambda: types.ModuleType(1)); t(lambda: dir(m))
t(lambda: types.CellType(5)); t(lambda: types.CellType().cell_contents); t(lambda: types.CellType(1)==types.CellType(1)); t(lambda: types.CellType(1)<types.CellType(2))
t(lambda: types.FunctionType(f.__code__, {})(1)); t(lambda: types.FunctionType(1, {})); t(lambda: types.FunctionType(g().__code__, {}))
t(lambda: types.FunctionType(f.__code__, {}, 'nm', (3,)).__name__)
t(lambda: None.x); t(lambda: NotImplemented()) if 0 else None; t(lambda: NotImplemented); t(lambda: Ellipsis); t(lambda: type(Ellipsis)); t(lambda: type(NotImplemented)()); t(lambda: hash(None) == hash(None)); t(lambda:None+1);
t(lambda: f.__get__(5)); t(lambda: f.__get__(None)); t(lambda: f.__get__(None, int)); t(lambda: f.__call__(5))
t(lambda: f.x)
t(lambda: f.__builtins__['len']); t(lambda: classmethod(f)); t(lambda: staticmethod(5)); 
t(lambda: object.__doc__); t(lambda: NotImplemented.__reduce__()); t(lambda: f.__type_params__)
t(lambda: type(f)); t(lambda: type(f.__get__)); t(lambda: type(int.__add__)); t(lambda: type(list.append)); t(lambda: type(int.real)); t(lambda: type(dict.__dict__['fromkeys']))
t(lambda: list.append.__call__); t(lambda: dir(len)); t(lambda: dir(f)); t(lambda: dir(a.f)); t(lambda: dir(None)==dir(type(None))); t(lambda: dir(m.__class__)); t(lambda: dir(type)); t(lambda: dir(property)); t(lambda: dir(list.append)); t(lambda: dir(int.__add__)); t(lambda: dir(A.f)==dir(f))
