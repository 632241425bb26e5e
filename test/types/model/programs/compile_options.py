import ast
src = "'''doc'''\ndef f():\n  'd'\n  assert 0\n  return __debug__"
for o in (-1, 0, 1, 2):
    d = {}
    exec(compile(src, 'x', 'exec', optimize=o), d)
    try: print(o, d['f'](), d.get('__doc__'), d['f'].__doc__)
    except AssertionError: print(o, 'assert')
import __future__
c = compile("def f(x: undefined): pass\nprint(f.__annotations__)", 'x', 'exec', flags=__future__.annotations.compiler_flag)
exec(c)
try: compile('1', 'x', 'exec', flags=1 << 30)
except ValueError as e: print(e)
try: compile('1', 'x', 'exec', optimize=5)
except ValueError as e: print(e)
try: compile('1', 'x', 'bogus')
except ValueError as e: print(e)
print(ast.dump(compile('x + 1', 'x', 'eval', ast.PyCF_ONLY_AST)))
print(ast.dump(ast.parse('(int) -> str', mode='func_type')))
try: compile('(int) -> str', 'x', 'func_type')
except Exception as e: print(type(e), e)
print(ast.unparse(ast.parse('a=1;b=[x for x in y if z]')))
try: ast.parse('a :=')
except SyntaxError as e: print(e)
print(ast.literal_eval("{'a': [1, 2.5, None, (True,)]}"))
for kind in ('exec', 'single', 'eval'):
    try: compile('1\n2', 'x', kind)
    except SyntaxError as e: print(kind, e)
exec("from __future__ import annotations\nexec('def g(a: nope): pass\\nprint(g.__annotations__)')")
