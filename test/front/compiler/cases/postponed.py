"""Annotations that stay text."""
from __future__ import annotations
import typing as t, os.path, a.b.c as d
from . import sibling
from .. import parent as p
from ..package.module import name, other as another
from module import *
x: int = 1
y: t.Optional[list["X"]]
z: lambda a, /, b=1, *c, d, **e: (a, b)
w: a if b else (c or d and not e) | f ** -g
v: f(*a, x=1, **b)[1:2, ::3, c]
u: {1: 2, **a} | {*b, 1} | [i for i in j if k] | (l for m in n)
s: f"{a!r:>{b}} {{c}}" 'd'
r: 1e400 + 2j - -1.5 @ 0xff
q: (a, b)
o: (a < b <= c) == d
n: -a ** -b ** c - (d - e) * (f + g)
m: not a and (b or c)
def f(a: int, *args: *Ts, b: 'c' = 1, **kw: dict[str, int]) -> tuple[()]:
    local: undefined = 1
    return local
class C:
    x: C
    def m(self: C) -> C: ...
