# Code with cells that exec runs, and `__class__` in comprehensions of a class body.
def outer():
    a = 1
    def inner(): return a
    return inner
for call in (lambda: exec(outer().__code__), lambda: eval(outer().__code__), lambda: exec(outer().__code__, closure=(1,)), lambda: exec(outer().__code__, closure=[]), lambda: exec(outer().__code__, closure=outer().__closure__), lambda: exec('1', closure=()), lambda: exec(compile('1','','exec'), closure=())):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)  # expect: TypeError code object requires a closure of exactly length 1
    # expect: TypeError code object passed to eval() may not contain free variables
    # expect: TypeError code object requires a closure of exactly length 1
    # expect: TypeError code object requires a closure of exactly length 1
    # expect: None
    # expect: TypeError closure can only be used when source is a code object
    # expect: TypeError cannot use a closure with this code object
def gen_code():
    yield 1
co = gen_code
for c in (gen_code.__code__, co.__code__, (lambda x: x).__code__, (lambda *a: a).__code__):
    try: print(type(exec(c)).__name__, type(eval(c)).__name__)  # expect: NoneType generator
    # expect: NoneType generator
    except Exception as e: print(type(e).__name__, e)  # expect: TypeError <lambda>() missing 1 required positional argument: 'x'
    # expect: NoneType tuple
src='''
class _C:
    __class__ = 2
    res = [__class__ for x in [1]]
'''
for s in (src, src.replace('res = [__class__ for x in [1]]','res = (lambda: __class__)()'), 'class _C:\n    __class__\n', 'class _C:\n  def f(self): return __class__\n  __class__ = 4\nprint(_C().f())','class _C:\n  res=[[__class__ for y in (1,)] for x in (1,)]\n', 'class _C:\n  res=list(__class__ for x in (1,))\n','class _C:\n  __class__=3\n  class D:\n    x=[__class__ for i in (1,)]\n','def f():\n  __class__=5\n  class C:\n    x=[__class__ for i in (1,)]\n    y=__class__\n  return C.x,C.y\nprint(f())', 'class C:\n  def f(self): return [super().__init__ for x in (1,)], [__class__ for x in (1,)]\nprint(len(C().f()))','class C:\n  x = [super for i in (1,)]\nprint(C.x)','class C:\n  x = [(lambda: super().__init__)  for i in (1,)]\ntry: C.x[0]()\nexcept RuntimeError as e: print(e)'):
    try: exec(s, {}); print('ok')
    except Exception as e: print(type(e).__name__, e)  # expect: NameError name '__class__' is not defined
    # expect: NameError cannot access free variable '__class__' where it is not associated with a value in enclosing scope
    # expect: NameError name '__class__' is not defined
    # expect: <class '_C'>
    # expect: ok
    # expect: NameError name '__class__' is not defined
    # expect: NameError cannot access free variable '__class__' where it is not associated with a value in enclosing scope
    # expect: NameError name '__class__' is not defined
    # expect: ([5], 5)
    # expect: ok
    # expect: 2
    # expect: ok
    # expect: [<class 'super'>]
    # expect: ok
    # expect: SystemError compiler_lookup_arg(name='__class__') with reftype=5 failed in C; freevars of code <lambda>: ('__class__',)
