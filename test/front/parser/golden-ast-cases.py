"""The programs whose trees and errors test/front/parser checks; imported by golden-ast.py."""
import random

# One valid program each: every construct of the grammar, with the places that are easy to get wrong.
VALID = r'''
x = 1
x = y = z, = 1, 2
x: int
x: int = 1
(x): int = 1
a.b: c = yield
a[b].c: (d) = e, f
x += 1; y -= 2; z *= 3; w /= 4; v //= 5; u %= 6; t **= 7; s @= 8; r &= 9; q |= 10; p ^= 11; o <<= 12; n >>= 13
a.b += yield
a, *b = *c, d
[a, [b, *c]], (d.e, f[0]) = g
(a), b = (c), (d)
*a, = b
*a
x = (yield)
x = yield a, b
yield from a
await_ = async_ = 1
a if b else c if d else e
a = lambda: (yield)
lambda x, /, y=1, *z, w, v=2, **u: lambda: x
lambda *, a: a
lambda *a, **b: (a, b)
not a and b or not not c
a < b <= c != d == e > f >= g in h not in i is j is not k
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
-a ** -b ** +c ** ~d
- - + ~ a
(a + b) * (c - d)
((a)) + ((b))
await_x ** await_y
a.b.c[d].e(f)(g)[h:i]
a[b], a[b, c], a[b,], a[b:c], a[b:c:d], a[:], a[::], a[::d], a[:c:], a[b::d], a[*b], a[*b, c], a[b:c, *d], a[x := 1]
f(), f(a), f(a,), f(*a), f(**a), f(a, *b, c=d, *e, **f), f(a=b, *c, **d, e=f), f(a := 1, b), \
f(a for b in c), f((a for b in c), d)
f(a)(b for c in d).e
(), (a,), (a), (a, b), (*a, b), (a := 1), (a := 1, b)
[], [a], [a, b,], [*a, b], [a := 1]
{}, {a: b}, {a: b, **c, d: e,}, {**a}, {a}, {a, *b}, {*a, b,}, {a := 1}, {a: lambda: b}
[a for b in c], [a async for b, *c in d if e if f for g in h], {a for b in c}, {a: b for c, d in e}, (a for b in c)
[(a, b) for a, b in c if a if b], [x if y else z for x in y if z or w]
... , None, True, False, Ellipsis
0, 00, 1_000, 0xFF_ff, 0b1_0, 0o17, 9007199254740991, 9007199254740992, 123456789012345678901234567890
0xffffffffffffffffffff, 0b111, 0o777777777777777777777777
1.0, 1., .5, 1e5, 1E-5, 1.5e+10, 1_0.0_1e1_0, 0e0, 00.5, 0777.0, 1e400, 5e-324, 0.1, 1e16, 123456789.123
1j, 1.5j, .5J, 1e3j, 00j
'a' "b" 'c'
u'a' 'b'
'a' u'b'
b'a' B"b" br'\c' Rb'\d'
r'\n' R"\t" 'a\tb\n\x41\101\u00e9\U0001F600\N{BULLET}'
b'\x00\xff\0\377\a\b\f\n\r\t\v\\\'\"'
f''
f'a' 'b' f'{c}d' u'e'
f'{a}{b!r}{c!s:>10}{d!a:{e}}'
f'{a=}{b = !r}{c=:>5}{ d.e [ 0 ] = }'
f'{{a}}{{{b}}}'
f'{a:{b}.{c}}{d:%H:%M}{e:}'
f'{a:x{b!r:>{c}}y}'
rf'\d{a:\d}\{b}'
f'\N{DIGIT ONE}{a}\x41'
f'{a if b else c}{lambda_}{(lambda: 1)}{ {1: 2}[1] }{[*a]}{*a, b}{yield_}'
f'{f"{f"{x}"}"}'
f"{'a' 'b'}{"c"}"
f'{a!=b}{a==b}{a<=b}{(a:=b)}{a:=5}'
f'é{ü}ö' 'ä' + ñ
del a, (b, [c.d, e[f]]), ()
assert a
assert a, b
raise
raise a
raise a from b
global a, b
import a, b.c, d.e as f
from a import b, c as d
from a.b import (c, d as e,)
from . import a
from .. import (a)
from ... import a
from .... import a
from ...a.b import c
from a import *
pass; break; continue
return_ = 1
type X = int
type X[T] = list[T]
type X[T: int = str, *Ts = *tuple[int], **P = [int]] = T
type = 1; type.x; type(x); type[x]
match = case = _ = 1
match(x); match[x]; match.x; match * x; match, x; match = 1; match: int
print(match, case, type, _)
a if match else case
é = ﬁ = 𝐱 = "é"
naïve(λ.μ, ключ='值')
'''.strip('\n').replace('\\\n', '').split('\n')

BLOCKS = [
    "'a\\\nb'\n", 'x = (a  # comment\n     + b)\n', 'x = a + \\\n    b\n',
    "x = '''a\nb''' + y\n",
    'def f(): pass\n',
    'def f(a, b: int = 1, /, c=2, *args: *Ts, d, e: str = 3, **kw: dict) -> int:\n    """doc"""\n    return a\n',
    'def f(*, a): ...\n', 'def f(a, /): ...\n', 'def f(*args, **kw,): ...\n', 'def f(a, b=1,): ...\n',
    'def f[T, *Ts, **P](x: T, *args: *Ts) -> None: return\n',
    'async def f():\n    await a\n    async for b in c: d\n    else: e\n    async with g as h, i: j\n'
    '    return [k async for k in l]\n',
    '@a\n@b.c(d)\n@(e := f)\ndef g(): pass\n', '@a\nasync def b(): pass\n', '@a\nclass B: pass\n',
    'class A: pass\n', 'class A(): pass\n',
    'class A(B, *C, metaclass=D, **E):\n    x: int = 1\n    def f(self): return self\n',
    'class A[T: (int, str)](B[T]): x = 1; y = 2\n',
    'if a: b\n', 'if a: b; c;\nelse: d\n', 'if a:\n    b\nelif c:\n    d\nelif (e := f):\n    g\nelse:\n    h\n',
    'while a: break\nelse: continue\n', 'while a := b: c\n',
    'for a in b: c\n', 'for a, *b in c, *d: e\nelse: f\n', 'for (a, b), [c], d.e, f[g] in h:\n    pass\n',
    'for x, in y: z\n',
    'for a in b if c else d: e\n', 'for x in *a, b: c\n',
    'try: a\nfinally: b\n', 'try: a\nexcept: b\n',
    'try:\n    a\nexcept B:\n    c\nexcept (D, E) as f:\n    g\nexcept h.i: j\nelse:\n    k\nfinally:\n    l\n',
    'try:\n    a\nexcept* B:\n    c\nexcept* (D, E) as f:\n    g\n',
    'with a: b\n', 'with a as b, c as d.e, f as (g, *h): i\n', 'with (a): b\n', 'with (a, b): c\n',
    'with (a as b): c\n',
    'with (a as b, c,): d\n', 'with (a, b) as c: d\n', 'with (a), (b): c\n', 'with (yield): a\n', 'with (a := b): c\n',
    'with (a for a in b): c\n', 'with (a).b as c: d\n', 'with (a as b, (c, d)): e\n',
    'with (\n    a as b,\n    c\n): d\n',
    'with (): a\n', 'with (*a, b): c\n', 'with (a, b)[c]: d\n', 'with (a) + (b): c\n',
    'match a:\n    case 1: b\n', 'match a, *b:\n    case c, *d: e\n', 'match (a):\n    case (b): c\n',
    'match a,:\n    case b: c\n',
    'match -a:\n    case -1 | -1.5 | 2 + 3j | -4 - 5J | "a" "b" | b"c": d\n',
    'match [a]:\n    case [] | [b] | [b, *_, c] | () | (d,) | (e, *f): g\n',
    'match {a}:\n    case {} | {"b": c} | {1: d, -2: e, None: f, g.h: i, **rest} | {**rest2,}: j\n',
    'match a:\n    case None | True | False: b\n    case _ if c: d\n    case e.f.g: h\n    case i as j: k\n'
    '    case (l | m) as n if o: p\n',
    'match a:\n    case B(): c\n    case D.E(f, g=h,): i\n    case J(k, L(m), n=o, p=Q()): r\n    case *s, t: u\n'
    '    case [v, [w, *_]], x: y\n',
    'match match:\n    case case: case\n', 'match match():\n    case type(): type\n',
    'match x:\n    case {"a": {"b": [c, *d]}, **e} if (f := g): h\n    case f"x": i\n',
    'if a:\n    if b:\n        c\n    # comment\n\n    d\ne\n', 'if a:\n\tb\n\tif c:\n\t\td\n',
    'if a:\n  b\n\n\n\n# end',
    'def f():\n    x = [\n  1,\n2\n    ]\n    return x\n',
    'class A:\n    """doc"""\n\n    def f(self):\n        pass\n\n\n    y = 1\n',
    'if x:\n    pass\n\\\n\n', 'if x:\n  \\\n    y\n  z\n', '\x0cx = 1\n',
    'x = 1\r\nif x:\r\n    y\r\n', 'x = 1\ry = 2\r', "x = '''a\r\nb\rc'''\n", '\n\n  # only\n\n', '', '#', 'x',
    'x\\\n\n',
    "f'''a\n{b\n}\nc{\nd = }\n{e:\n>5}'''\n", "x = f'''{\n1 # c\n}'''\n", "f'{a:\n}'\n", "f'''\n{x}''' 'y' '''\nz'''\n",
    'f"{\nx\n}"\n',
    'x = 0xfor y\n', 'x = 1if y else 2\n', 'x = [1for z in y]\n', "'\\d' f'\\{x}\\q'; b'\\q'\n",
    'async def f():\n    return (await a) + await b.c[d]() ** -await e\n',
    'def f():\n    nonlocal a, b\n    x = yield\n    yield x\n    return *a, b\n    yield\n',
    'def f(x): return lambda y=x: (yield y)\n',
]

# (source, mode) of valid programs in the other modes.
MODES = [
    ('1', 'eval'), ('a, b,', 'eval'), ('x\n\n', 'eval'), ('(yield)', 'eval'), ('lambda: x  # c', 'eval'),
    ('x = 1', 'single'), ('x; y', 'single'), ('if x:\n  y\n', 'single'), ('if x: y\n', 'single'),
    ('x  # c\n# d\n\n', 'single'),
    ('@a\ndef f():\n  if b:\n    c', 'single'), ('for x in y:\n  z\nelse:\n  w\n', 'single'),
    ('() -> int', 'func_type'), ('(int, *str, **Any) -> float', 'func_type'), ('(a, b) -> c', 'func_type'),
    ('(*a, **b) -> c\n', 'func_type'),
]

INVALID = r'''
x = (1, 2
x = [1, 2))
x = 'abc
x = """abc
  x = 1
if x:
if x
while x
for x in y
for x
def f(
def f:
def f()
class A
class A(
x y
x = 1 2
f(a b)
print 1
print "a" + b
exec "x"
1 = x
f() = 1
x + 1 = 2
(a, b+1) = 3
[a, 1] = 2
None = 1
(a, True) = 2
a, b = c = 1 = d
... = 1
"a" = 1
f"{a}" = 1
lambda: 1 = 2
a if b else c = 1
a < b = c
a and b = c
-a = 1
{} = 1
{a} = 1
[a for a in b] = 1
{a: b for a in b} = 1
(a for a in b) = 1
await a = 1
x = (await a) = 1
del f()
del 1
del (a, b+1)
del *a
x += 1 += 2
f() += 1
(a, b) += 1
a, b += 1
[a] -= 1
f(a=1, 2)
f(**a, 1)
f(**a, *b)
f(a=1, **b, *c, d)
f(a for a in b, 1)
f(1, a for a in b)
f(1, a for a in b if c)
f(a=b for b in c)
f(True=1)
f(a.b=1)
f(a, b=)
f(**a=1)
f(*a=1)
f(a+1=2)
x if y
x = 1 if 2
(x = 1 if 2)
x if y else
lambda: (yield
lambda x, x
lambda *: 1
lambda **a, b: 1
lambda a=1, b: 1
lambda (a): 1
lambda a, /, b, /: 1
lambda *a, *b: 1
lambda *a=1: 1
lambda **a=1: 1
def f(a=1, b): pass
def f(a=1, /, b): pass
def f(*): pass
def f(*, **a): pass
def f(**a, b): pass
def f(**a, *b): pass
def f(*a, *b): pass
def f(a, /, b, /): pass
def f(/, a): pass
def f(*a, /): pass
def f(a, /*b): pass
def f((a)): pass
def f(a=): pass
def f(*a=1): pass
def f(**a=1): pass
def f(a, b
def f() -> : pass
import
import a.
import a as
import a as b.c
import a,
from a import
from a import (b
from a import b,
from . import *, a
from import a
import a from b
import a, b from c
try: pass
try: x
except: pass
finally: pass
elif x: pass
else: pass
with a as 1: pass
with a as f(): pass
with a
with (a as b, c as d)
with (a as b, c as 1): pass
for 1 in x: pass
for f() in x: pass
for a, 1 in x: pass
for x in y: pass else: z
[x for 1 in y]
[x for x y]
[x for x in]
[*a for a in b]
(*a for a in b)
{**a for a in b}
{*a for a in b}
[a, b for a in b]
{a, b for a in b}
[a, for a in b]
{a: 1, b}
{a: 1, b: }
{a: }
{a: *b}
{a: 1, b: *c}
{1:2, **a, 3}
a: int: str
(a, b): int
[a]: int
a, b: int
f(): int
x = yield = 1
(yield) = 1
async x
await
return return
raise from x
global 1
global
nonlocal x y
assert
assert x,
match x
match x:
case 1: pass
"a" b"b"
f"{a}" b"b"
b"é"
"\x"
"\u12"
"\U00110000"
"\N{foo}"
"\N"
b"\x1"
f"{"
f"{}"
f"{ }"
f"{a"
f"{a:"
f"{a:b"
f"{a!}"
f"{a!x}"
f"{a!é}"
f"{a! r}"
f"{a b}"
f"{a:{b}"
f"}"
f"{a}}"
f"{!r}"
f"{:x}"
f"{=}"
f"{lambda x: 1}"
f"{a=!}"
f"{a=b}"
f"{a!r x}"
f"{a:{b c}}"
f"{*}"
f"{a)}"
f"{(a}"
f"{a:{b:{c:{d}}}}"
f'{a["b]}'
f'\N'
f'\x'
f'{a
0777
0b12
0o8
0x
0xg
0b
1_
1__0
1_.5
1e
1e+
1.5.6
1a
0_7
1else
$
x ? y
x = `a`
x = €
x‘ = 1
aé€b = 1
\ x
x = \ 
x !
a <> b
not = 1
x = not
x = 1 + not 2
x = -not 1
x := 1
(x := 1) = 2
(a.b := 1)
(1 := 2)
if x = 1: pass
if x.y = 1: pass
if x and y = 1: pass
while x = 1: pass
f(x = 1 = 2)
class A[]: pass
class A[T: pass
class A(x for x in y): pass
def f[]: pass
def f[*T: int](): pass
def f[**T: (int, str)](): pass
type X[T = 1
type X
type 1 = 2
@
@x
a b c
(a b)
[a b]
{a b}
{'a': 1 'b': 2}
a[b c]
a[b
a[]
a[*]
a.
a.1
a..b
...a
**a
(*a)
(**a)
print(a b)
f(a, b, c d)
f(a, b, x y)
x = {a, *b: c}
x = {*a: b}
x, = = 1
pass x
break 1
continue;x y
;
x;;y
return *
yield *
()()(
]
}
)
(]
[}
{(]}
é = (ñ ü
'é' 1
f('é' b)
'''.strip('\n').split('\n')

INVALID_BLOCKS = [
    'if x:\npass\n', 'if x:\n  pass\n else:\n  y\n', 'if x:\n    y\n  z\n', 'if x:\n\ty\n        z\n',
    'if x:\n        y\n\tz\n',
    'x = 1\n  y = 2\n', 'def f():\nx\n', 'class A:\nx\n', 'for x in y:\nx\n', 'while x:\nx\n', 'try:\nx\n',
    'try:\n  x\nexcept:\ny\n', 'try:\n  x\nexcept A:\ny\n', 'try:\n  x\nexcept* A:\ny\n', 'try:\n  x\nfinally:\ny\n',
    'with a:\nx\n', 'with (a, b):\nx\n', 'match x:\ny\n', 'match x:\n  case 1:\n  y\n', 'if x:\n  y\nelif z:\nw\n',
    'if x:\n  y\nelse:\nw\n', 'async def f():\nx\n', 'async with a:\nx\n', 'async for a in b:\nx\n',
    'def f():\n  """doc\n  x\n',
    'try:\n  x\nexcept A, B:\n  y\n', 'try:\n  x\nexcept A\n  y\n', 'try:\n  x\nexcept\n  y\n',
    'try:\n  x\nexcept *:\n  y\n',
    'try: x\nexcept A: pass\nexcept* B: pass\n', 'try: x\nexcept* A: pass\nexcept B: pass\n', 'try:\n  x\ny\n',
    'try: x\nelse: y\n', 'try: x\nexcept A as b.c: y\n', "x = {\n 'a': 1\n 'b': 2\n}\n",
    'x = (\n  1,\n  2\ny = 3\nz = 4\n',
    'def f(a,\n  b\n  c):\n  pass\n', "x = f'''{\nfoo\n", "x = f'''\nfoo\n", 'f(\n a for a in b,\n c)\n',
    'match x:\n  case _ as _: pass\n', 'match x:\n  case 1 as a.b: pass\n', 'match x:\n  case 1 as 2: pass\n',
    'match x:\n  case A(b=1, c): pass\n', "match x:\n  case {**a, 'b': c}: pass\n", 'match x:\n  case 1+2: pass\n',
    'match x:\n  case 1j+2j: pass\n', 'match x:\n  case *a: pass\n', 'match x:\n  case\n', 'match x:\n  case 1\n',
    'match x:\n  case _.y: pass\n', 'match x:\n  case {a: b}: pass\n', 'match x:\n  case a | : pass\n',
    'match x:\n  case +1: pass\n',
    'x = \\\n', 'x = \\', '(\\\n', 'if x: # foo\n# bar\ny\n', 'x = 5 if y:\n', 'from a import (b, c as d\nx = 1\n',
    'print x\nprint(y\n', 'if True:\n    foo(\n    bar\n', 'a = 1 +\nb = 2\n', "x = 'abc\\\n", "x = 'abc\\\ndef\n",
    "x = 'it\\'s\n",
    'x = {\n', 'x = [\n  (\n', 'def f(\n', '# é\nx y  # é\n', '\x01\n', 'x = \x7f\n', '\u00a0x\n',
    'x = \u201cabc\u201d\n', 'a\U0001f600 = 1\n',
    'x\u200b = 1\n', '\u1c89 = 1\n', '\u0665x = 1\n', 'x = 1\n\x0c  y\n',
    'class A:\n  def f(self)\n    pass\n', 'for x in range(10)\n    print(x)\n', 'x = a.b c.d\n', 'x = (a.b c.d)\n',
    'x = [a,\n b c,\n d]\n',
    'def f():\n    x = (1 +\n    return x\n', 'if x:\n  y\nelse\n  z\n', 'try\n  x\n', 'else:\n  x\n', 'def f:\n  x\n',
    'def (x): y\n', 'class (x): y\n',
    'lambda: x = 1\n', 'x = lambda a b: c\n', 'with open(x) as f\n  y\n', 'while True print(x)\n', 'return x y\n',
    'import a b\n', 'from a import b c\n',
    "x = '''a\nb\n", 'x = """a\nb' + "'''\n", "f'''a\nb\n", 'raise a, b\n', 'assert x = 1\n', 'x = a if b else c d\n',
    'del x y\n', 'global x = 1\n',
]

INVALID_MODES = [
    ('', 'eval'), ('\n', 'eval'), ('  ', 'eval'), ('#', 'eval'), ('1 +', 'eval'), ('(', 'eval'), (' 1', 'eval'),
    ('*a', 'eval'), ('a := 1', 'eval'),
    ('yield', 'eval'), ('1;', 'eval'), ('x = 1', 'eval'), ('f(a.b\n  =', 'eval'), ('pass', 'eval'), ("'a", 'eval'),
    ('1 2', 'eval'),
    ('', 'single'), ('\n', 'single'), ('x=1\ny=2', 'single'), ('if x: pass', 'single'),
    ('if x:\n  pass\n\ny', 'single'), ('x\n\\\n', 'single'),
    ('# foo', 'single'), ('def f():', 'single'), ('x = (', 'single'), ('x y', 'single'),
    ('(*a, *b) -> c', 'func_type'), ('(a,) -> b', 'func_type'), ('int', 'func_type'), ('(int) -> ', 'func_type'),
    ('(**a, b) -> c', 'func_type'),
]

# Sources in bytes: marks, cookies, what is no UTF-8.
BYTES = [
    b'\xef\xbb\xbfx = "\xc3\xa9"', b'# coding: latin-1\nx = "\xe9"',
    b'\n# vim: set fileencoding=iso-8859-15 :\nx = "\xa4"',
    b'# -*- coding: cp1252 -*-\nx = "\x80"', b'# coding: UTF-8-unix\nx = "\xc3\xa9"', b'# \xff\nx = 1',
    b'x = 1\r\ny = 2\r',
    b'# coding: foo\n', b'\xef\xbb\xbf# coding: latin-1\n', b'# coding: ascii\nx = "\xe9"',
    b'x\n# coding: latin-1\nx = "\xe9"',
    b'x = 1\ny = \xff', b'"\xc3\xa9" + \xe9', b'"\xe2\x82"', b'"\xed\xa0\x80"', b'"ab\xc3\xa9\xff"',
    b'"\\n \xc3\xa9\xff"', b"r'\xff'", b"b'\xff'",
    b'"\xf4\x90\x80\x80"', b'"\xf0\x9f"', b'x y # \xff', b'x\0', b'# coding: cp1252\nx = "\x81"',
    b'# coding: latin-1\nf("\xe9" b)',
]

WORDS = [' if ', ' else ', ' for ', ' in ', ' not ', ' lambda ', ' as ', ' from ', '*', '**', ':=', ' yield ',
    ' await ', '=', '==', '{', '}', '!r',
         "'", "'''", 'f"', '\n', '\n  ', '\\\n', ' def ', '(', ')', '[', ']', ',', ':', '.', '1', 'é', '#', ';', '@',
         '->', '$']


def mutants(count):
    """Yield programs made from the ones above by small changes: mostly invalid, in ways nobody thought of."""
    rng = random.Random(20313)
    bases = VALID + BLOCKS
    for _ in range(count):
        text = rng.choice(bases)
        if rng.random() < 0.2:
            text = 'x = (' + text.rstrip('\n') + ')'
        for _ in range(rng.choice([1, 1, 2, 3])):
            i = rng.randrange(len(text) + 1)
            kind = rng.random()
            if kind < 0.4:
                text = text[:i] + text[i + rng.choice([1, 1, 2, 4]):]
            elif kind < 0.85:
                text = text[:i] + rng.choice(WORDS) + text[i:]
            else:
                j = rng.randrange(len(text) + 1)
                a, b = sorted((i, j))
                text = text[:a] + text[b:] + text[a:b]
        yield text
