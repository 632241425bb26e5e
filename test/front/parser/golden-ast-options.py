"""Writes test/front/parser/golden/options.json: what CPython 3.13's ast.parse makes of the sources below with options.

    PYENV_VERSION=3.13.0 python3.13 test/front/parser/golden-ast-options.py

A record is a source, its mode, whether type comments are read, and `outcomes`: pairs of the least feature version
from which it holds and a tree (a string) or an error (type, message, line, offset, text, end line, end offset).
"""
import ast
import json
import pathlib
import warnings

TYPE_COMMENTS = r'''
# type: ignore
# type: ignore[x]
x = 1
=====
x = 1  # type: int  
=====
x = 1 #type:int
=====
é = 1	#	type:	tint
=====
x = 1 # type:
=====
x = [1, # type: int
2]
=====
x = [1, # type: ignore[a]
2] # type: ignore
=====
x = [1,
  # type: ignore
  2]
=====
x = 1 # type: ignoré
=====
x = 1 # type: ignore-me
=====
x = 1 # type: ignored
=====
x = 1 # type: ignore9
=====
# type: int
=====
x: int = 1 # type: int
=====
x += 1 # type: int
=====
x # type: int
=====
x = 1; y = 2 # type: int
=====
x = # type: ignore
=====
x = # type: int
=====
x = y = z, w = 1 # type: int, "é"
=====
f"{x # type: ignore
}"
=====
f"{x # type: int
}"
=====
if 1:
  x
  # type: ignore
=====
if 1: # type: int
  x
=====
while 1: # type: ignore
  x
=====
for x in y: # type: int
  pass
else: # type: int
  pass
=====
for x in y:  # type: List[int]
  pass
=====
for x in y: pass # type: int
=====
for x in y: x = 1 # type: int
=====
for x in y:
  # type: int
  pass
=====
async def f():
  async for x in y: # type: int
    pass
  async with a as b: # type: int
    pass
=====
with a as b, c: # type: int
  pass
=====
with (a as b, c): # type: int
  pass
=====
with (a, c): # type: int
  pass
=====
async def f():
  async with (a as b): # type: int
    pass
=====
async def f():
  async with (a, b): # type: int
    pass
=====
def f(): # type: () -> int
  pass
=====
def f():
  # type: () -> int
  pass
=====
def f():

  # type: () -> int
  pass
=====
def f():
  pass
  # type: () -> int
=====
def f():
  # type: () -> int
  """doc"""
  # type: ignore
  pass # type: ignore[b]
=====
async def f(): # type: () -> int
  pass
=====
def f(): # type: () -> int
  # type: () -> int
  pass
=====
def f():
  # type: () -> int
  # type: () -> int
  pass
=====
def f(): pass # type: () -> int
=====
def f(a, # type: int
  b # type: str
  ): pass
=====
def f(a, # type: int
  b=1, # type: str
  *c, # type: c
  d, # type: d
  e=2, # type: e
  **g # type: g
  ):
  # type: (...) -> int
  pass
=====
def f(a, # type: int
  /, # type: str
  b): pass
=====
def f(a, # type: int
  /, b=1, # type: b
  *, c, # type: c
  **d, # type: d
  ): pass
=====
def f(a # type: int
  , b): pass
=====
def f(a = # type: int
  1): pass
=====
def f(*, # type: int
  a): pass
=====
def f(*a, # type: int
  ): pass
=====
def f( # type: int
  a): pass
=====
lambda a, # type: int
=====
(lambda a, # type: int
  b: 1)
=====
class A: # type: int
  pass
=====
class A:
  x = 1 # type: int
  def f(self):
    # type: () -> None
    self.x = [] # type: List[int]
=====
match x: # type: int
  case 1: pass
=====
match x: # type: ignore
  case 1: pass
=====
return 1 # type: int
=====
try: # type: ignore
  pass
finally: # type: int
  pass
=====
f(a, # type: int
  b)
=====
import a # type: ignore[import]
import b # type: ignore # more
from c import ( # type: ignore
  d)
=====
# a comment # type: int
x = 1 # not # type: int
=====
x = 1 \
  # type: int
=====
@a # type: ignore
def f(): pass
=====
@a # type: int
def f(): pass
=====
def f():
  # type: () -> int
  pass
x = = 1
=====
def f(): # type: () -> int
  pass
x = = 1
'''

FUNC_TYPES = ['(int, *str, **Any) -> float', '() -> int', '(int,) -> int', '(*a, *b) -> c', '(**a, *b) -> c',
    '(a) -> b\n\n',
              '(a -> b', '(a)', '(a, b) -> *c', '(*a,) -> b', '(a:=1) -> b', '() -> x, y', '', '() -> x # c',
              '(yield) -> b',
              '(a, **b) -> c', '(**b) -> c', '(a, b, c) -> d', '(a[b], *c.d) -> e or f', '(a, *b, **c,) -> d',
              '(*) -> a',
              '() -> ', '() - > a', '(lambda: 0) -> lambda: 1', '(a, b, ) -> c', '(a, *b, c) -> d', '(a', ')',
              '() -> (', 'a -> b',
              ' () -> a', '(\na\n)\n->\nb', '(\na\n) -> b', '() -> $', '(*a, **b) -> (yield)', '() -> a # type: int',
              '() -> a; b']

VERSIONED = r'''
async def f(): pass
=====
def f(): await x
=====
async = 1
=====
await = 2
=====
x: int
=====
(x): int = 1
=====
a.b: int
=====
x: int = *a, b
=====
1_0
=====
x = 1_0.0 + 0x_f
=====
f(1_0j)
=====
f(1_0j
)
=====
f((1_0
=====
f'{1_0':
=====
f'{x=}'
=====
f'{1_0}'
=====
f'{(x:=1)}'
=====
(x:=1)
=====
while (y:=1): pass
=====
a[b:=1]
=====
a[x:=1, 2]
=====
f(a:=1)
=====
{a:=1}
=====
[y := 1, y**2]
=====
[x for x in a if (y := x)]
=====
def f(a, /): pass
=====
def f(a, b=1, /, c=2): pass
=====
def f(a, /,): pass
=====
lambda a, /: 0
=====
lambda a, b=1, /, *c: 0
=====
with (a as b): pass
=====
with (a, b): pass
=====
a @ b
=====
a @= b
=====
a + b @ c * d
=====
@a
def f(): pass
=====
@a[0].b(1)
def f(): pass
=====
match x:
 case 1: pass
=====
match x:
 case [1, *a] if b: pass
 case _: pass
=====
match = 1
match(x)
=====
type X = int
=====
type X[T] = int
=====
type = 1
=====
def f[T](): pass
=====
class A[T: int, *Ts, **P]: pass
=====
class A[T=int]: pass
=====
class A[*Ts=*a, **P=b]: pass
=====
async def f[T](a, /): await b
=====
try: pass
except* E: pass
=====
try: pass
except* E as e: pass
else: pass
=====
a[*b]
=====
def f(*a: *b): pass
=====
[x async for x in y]
=====
async def f():
  return {x: y async for x in y}
=====
async def f():
  async for x in y: pass
=====
async def f():
  async with y: pass
=====
async def f():
  async with (y as z, w): pass
=====
if 1:
  x = 1
  async def f(): pass
y = (
=====
x: int = $
=====
def f(): await x
y = 'a
=====
x = 1
y: int = 1
z = 1 +
=====
z = 1 +
y: int = 1
=====
return *a, b
=====
for x in *a, b: pass
=====
{**a, **{}}
=====
print x
=====
def f(*, a): nonlocal b
'''


def outcome(source, mode, type_comments, version):
    try:
        return ast.dump(ast.parse(source, 'case.py', mode, type_comments=type_comments, feature_version=version),
            include_attributes=True)
    except SyntaxError as e:
        return [type(e).__name__, e.msg, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset]


def record(source, mode, type_comments, versions):
    outcomes = []
    for version in versions:
        found = outcome(source, mode, type_comments, (3, version))
        if not outcomes or outcomes[-1][1] != found:
            outcomes.append([version, found])
    return {'source': source, 'mode': mode, 'typeComments': type_comments, 'outcomes': outcomes}


def main():
    warnings.simplefilter('ignore')
    records = []
    for source in TYPE_COMMENTS[1:].split('=====\n'):
        records += [record(source, 'exec', on, [13]) for on in (True, False)]
        records.append(record(source, 'single', True, [13]))
    records += [record(source, 'single', True, [13]) for source in ('x = 1 # type:', 'x = 1 # type: ', 'x = 1 # type:a',
                                                                     'if 1:\n  x\n# type: ignore',
                                                                     'if 1:\n  x\n# a comment')]
    records += [record(source, 'func_type', on, [13]) for source in FUNC_TYPES for on in (False, True)]
    records += [record(source, 'exec', False, range(14)) for source in VERSIONED[1:].split('=====\n')]
    out = pathlib.Path(__file__).parent / 'golden' / 'options.json'
    out.write_text('[\n' + ',\n'.join(json.dumps(r, ensure_ascii=False) for r in records) + '\n]\n', encoding='utf-8')


main()
