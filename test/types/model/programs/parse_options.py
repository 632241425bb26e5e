import ast
src = '''
x = 1 # type: int
def f(a, # type: int
      b): # type: (...) -> str
    # type: ignore[x]
    pass
for i in y: # type: int
    pass
with a as b: # type: int
    pass
'''
print(ast.dump(ast.parse(src, type_comments=True), indent=1, include_attributes=True))
print(ast.dump(ast.parse(src)) == ast.dump(ast.parse(src, type_comments=False)))
for v in range(3, 14):
    for s in ('x := 1', '(x := 1)', 'match x:\n case 1: pass', 'async def f(): await x', 'def f(a, /): pass', '1_000', 'x: int', 'a @ b', 'try: pass\nexcept* E: pass', 'type X = int', 'def f[T = int](): pass', 'class A[T]: pass', 'f"{x}"', 'with (a as b, c): pass', 'x[*a]'):
        try: ast.parse(s, feature_version=(3, v)); r = 'ok'
        except SyntaxError as e: r = (e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
        print(v, s, r)
print(ast.dump(ast.parse('(int, *str, **Any) -> float', mode='func_type')))
