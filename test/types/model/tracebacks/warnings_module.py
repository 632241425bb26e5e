import warnings, sys
def old():
    warnings.warn('old() is deprecated', DeprecationWarning, stacklevel=2)
for i in range(3): old()
old()
warnings.warn('user')
warnings.warn(UserWarning('inst'), stacklevel=1)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    for i in range(2): old()
    warnings.warn_explicit('expl', RuntimeWarning, 'f.py', 7)
for w in log: print(w.category.__name__, w.message, w.lineno, w.filename.split('/')[-1])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try: warnings.warn('boom', RuntimeWarning)
    except RuntimeWarning as e: print('raised', e)
    try: compile('1 is 1', '<c>', 'eval')
    except SyntaxError as e: print(repr(e.msg), e.lineno, e.offset, e.end_lineno, e.end_offset, e.text)
    try: compile("x = '\\d'", '<c>', 'exec')
    except SyntaxError as e: print(repr(e.msg), e.lineno, e.offset, e.end_lineno, e.end_offset, e.text)
    try: compile("x = 1if 2else 3", '<c>', 'exec')
    except SyntaxError as e: print(repr(e.msg), e.lineno, e.offset, e.end_lineno, e.end_offset, e.text)
    try: compile("assert (1, 2)\nf'\\{x}'", '<c>', 'exec')
    except SyntaxError as e: print(repr(e.msg), e.lineno, e.offset, e.end_lineno, e.end_offset, e.text)
try: warnings.warn('x', int)
except TypeError as e: print(e)
try: warnings.warn('x', 5)
except TypeError as e: print(e)
try: warnings.simplefilter('bogus')
except Exception as e: print(type(e), e)
warnings.filterwarnings('ignore', message='quiet.*')
warnings.warn('quiet please')
warnings.warn('Not quiet')
warnings.filterwarnings('once', category=ImportWarning)
for i in range(3): warnings.warn('imp', ImportWarning)
warnings.filterwarnings('module', category=FutureWarning)
for i in range(3):
    warnings.warn('mod', FutureWarning)
warnings.warn('mod', FutureWarning)
print(sorted(k for k in __warningregistry__ if k == 'version'))
@warnings.deprecated('use new')
def f(): return 1
print(f())
class C:
    @warnings.deprecated('m', category=None)
    def m(self): return 2
print(C().m())
def show(message, category, filename, lineno, file=None, line=None): print('SHOW', message, category.__name__, lineno)
warnings.showwarning = show
warnings.warn('custom')
print(warnings.formatwarning('m', UserWarning, 'a.py', 3, 'text here'), end='')
print(sys._getframe().f_lineno)
def g(): return sys._getframe(1).f_lineno, sys._getframe().f_code.co_name
print(g(),
  g())
