import sys, os
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, str(e).replace(os.path.dirname(os.path.abspath(__file__)), '.'), getattr(e, 'name', None))
import pkg_sample
import pkg_sample.alpha as al
from pkg_sample import beta, VALUE
from pkg_sample.sub import deep
from pkg_sample import *
t(lambda: (al.A, beta.B, VALUE, deep.D, pkg_sample.renamed.D, alpha is al)); t(lambda: beta.lazy); t(lambda: beta.nope); t(lambda: dir(beta)); t(lambda: pkg_sample.__name__); t(lambda: sys.modules['pkg_sample.sub.deep'] is deep); t(lambda: pkg_sample.__doc__); t(lambda: repr(deep).replace(os.path.dirname(os.path.abspath(__file__)), '.'))
def f(): import pkg_sample.nope
t(f)
def f(): import nope_mod
t(f)
def f(): from pkg_sample import nope
t(f)
def f(): import pkg_sample.alpha.x
t(f)
def f(): import pkg_sample.sub.bad
t(f)
def f(): from . import x
t(f)
def f(): import pkg_sample.circ_a
t(f)
def f(): import pkg_sample.broken
t(f); t(lambda: 'pkg_sample.broken' in sys.modules)
t(lambda: __import__('pkg_sample.alpha').__name__); t(lambda: __import__('pkg_sample.alpha', fromlist=['A']).__name__); t(lambda: __import__(5)); t(lambda: __import__(''))
sys.modules['fake'] = 5
import fake
t(lambda: fake); sys.modules['none'] = None
def f(): import none
t(f); t(lambda: __name__); t(lambda: __spec__); t(lambda: os.path is sys.modules['os.path']); import os.path as osp; t(lambda: osp is os.path)
import sys as s2; t(lambda: s2 is sys); t(lambda: sys); import math; t(lambda: math.pi)
t(lambda: eval('1+1')); t(lambda: eval('x', {'x': 5})); exec('y = 3\nz = y * 2'); t(lambda: (y, z)); t(lambda: eval(compile('a + 1', 'f', 'eval'), {'a': 1})); t(lambda: exec('1 +')); t(lambda: eval('a b')); ns = {}; exec('def f(): return 7', ns); t(lambda: ns['f']()); t(lambda: sorted(ns)); t(lambda: eval(5)); t(lambda: compile('x', 'f', 'bad')); t(lambda: exec('x = 1', 5)); t(lambda: eval('__name__')); t(lambda: eval(b'2*3')); t(lambda: eval('  4')); t(lambda: (lambda q: eval('q'))(9))
def loc():
    a = 1; b = [i for i in range(3)]
    return sorted(locals()), 'loc' in globals()
t(loc); t(lambda: vars() is not None); t(lambda: dir(5)[:2])
