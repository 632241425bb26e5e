import ast
t = ast.parse("x = 1 + 2 * y\ndef f(a, b=2, *c, d, **e) -> int:\n  'doc'\n  return [i for i in a if i] or (lambda q: q)")
print(ast.dump(t)); print(ast.dump(t, indent=2)); print(ast.dump(ast.parse('a.b[1:2]', mode='eval'), include_attributes=True)); print(ast.dump(ast.parse('x: int = 3; y: str'), annotate_fields=False))
print(ast.unparse(t)); print(ast.literal_eval("{'a': [1, 2.5, -3, (None, True)], 'b': b'x', 'c': {1, 2}, 'd': 1+2j}"))
for bad in ['a + 1', 'f()', '[1', '__import__("os")', '1 + "a"']:
    try: print(ast.literal_eval(bad))
    except Exception as e: print(type(e).__name__, e)
class V(ast.NodeVisitor):
    def visit_Name(self, n): print('name', n.id, n.lineno, n.col_offset, type(n.ctx).__name__)
    def visit_FunctionDef(self, n): print('def', n.name, ast.get_docstring(n)); self.generic_visit(n)
V().visit(t)
class R(ast.NodeTransformer):
    def visit_Constant(self, n): return ast.copy_location(ast.Constant(n.value * 10), n) if isinstance(n.value, int) else n
    def visit_Name(self, n): return ast.copy_location(ast.Subscript(value=ast.Name('data', ast.Load()), slice=ast.Constant(n.id), ctx=n.ctx), n) if n.id == 'y' else n
e = ast.parse('y + 1', mode='eval'); e2 = ast.fix_missing_locations(R().visit(e)); print(ast.unparse(e2), eval(compile(e2, '<x>', 'eval'), {'data': {'y': 5}}))
m = ast.Module(body=[ast.Assign(targets=[ast.Name('z', ast.Store())], value=ast.BinOp(ast.Constant(3), ast.Add(), ast.Constant(4)))], type_ignores=[]); ast.fix_missing_locations(m); ns = {}; exec(compile(m, 'g', 'exec'), ns); print(ns['z'])
print([type(n).__name__ for n in ast.walk(ast.parse('if a: b()\nelse: c'))], list(ast.iter_fields(ast.parse('a').body[0])), [type(c).__name__ for c in ast.iter_child_nodes(t.body[0])])
print(ast.Name('a'), ast.Name._fields, ast.Name._attributes, ast.BinOp.__mro__, ast.Constant(1).value, isinstance(ast.Constant(1), ast.expr), ast.FunctionDef._fields, ast.get_source_segment('abc = 12', ast.parse('abc = 12').body[0].value), ast.Name.__doc__, ast.stmt.__doc__, ast.BinOp._field_types)
for src in ["try:\n  pass\nexcept* E as x:\n  raise\nelse:\n  1\nfinally:\n  2", "with a as b, c: pass", "match x:\n  case [1, *_]: pass\n  case {'k': v, **r}: pass\n  case A(b, c=d) | None if z: pass", "class A[T: int, *Ts, **P](B, metaclass=M):\n  x: int = 1\n  async def f(self): await g()", "f'{a!r:>{w}} b {c=}'", "type X[T] = int", "global_ = lambda *a, k=1, **kw: (yield)", "for i, in x: break\nelse: continue_", "del a, b[0]; assert a, 'm'; import a.b as c, d; from .. import e as f; from x import *", "a @= b; a if b else c; not a; -a ** ~b; a < b <= c is not d not in e; {**a, 'b': 1}; f(*a, k=1, **b); x[a:b:c, ...]; (a := 1)", "@d\ndef f(x, /, y: int=1, *, z): nonlocal_; return\nwhile 1: pass", "print('a' 'b', b'c', 1e5, 3j, ...)", "x = (1,); y = []; z = {1, 2}; [a async for a in b]; {k: v for k, v in z}; (i for i in j if k if l)", "async def f():\n  async with a: pass\n  async for b in c: return await d", "a, *b = c; x = y = z; raise A from B; global_"]:
    tree = ast.parse(src); print(ast.dump(tree)); print(ast.unparse(tree))
for bad in ['def', 'x = = 1', '  a', 'return', 'f(a=1, a=2)']:
    try: ast.parse(bad); print('ok', bad)
    except SyntaxError as e: print(type(e).__name__, e)
for bad in [lambda: compile(ast.Module([ast.Expr(ast.Name('x', ast.Store()))], []), 'a', 'exec'), lambda: compile(ast.parse('1'), 'a', 'eval'), lambda: compile(ast.Expression(ast.Constant(1)), '', 'eval'), lambda: ast.Name('a', 'b', 'c'), lambda: ast.Name(id='a').idd, lambda: compile(ast.Expression(ast.UnaryOp(ast.USub(), ast.Constant(1, lineno=1, col_offset=0))), '', 'eval')]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
a, b = ast.parse('x+1'), ast.parse('x + 1'); print(ast.dump(a) == ast.dump(b), ast.compare(a, b) if hasattr(ast, 'compare') else None)
n = ast.Constant(3, kind=None); n.lineno = 5; print(ast.increment_lineno(n, 2).lineno, vars(n)); import copy; c = copy.deepcopy(t); print(ast.dump(c) == ast.dump(t)); import pickle; print(ast.dump(pickle.loads(pickle.dumps(t))) == ast.dump(t))
match ast.parse('f(1)').body[0].value:
    case ast.Call(ast.Name(id), [ast.Constant(v)]): print(id, v)
