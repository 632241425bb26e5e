import warnings; warnings.simplefilter('ignore')
exec(compile('x = 3\n', '<s>', 'single'))
exec(compile('x + 1\n', '<s>', 'single'))  # expect: 4
print(_)  # expect: 4
import sys
old = sys.displayhook
sys.displayhook = lambda v: print('hook', v)
exec(compile('x * 2; None; "a"\n', '<s>', 'single'))  # expect: hook 6
# expect: hook None
# expect: hook a
exec(compile('for i in range(3): i\n', '<s>', 'single'))  # expect: hook 0
# expect: hook 1
# expect: hook 2
del sys.displayhook
try: exec(compile('1', '<s>', 'single'))
except RuntimeError as e: print(e)  # expect: lost sys.displayhook
sys.displayhook = old
o = sys.stdout
del sys.stdout
try: exec(compile('1', '<s>', 'single'))
except RuntimeError as e: m = str(e)
sys.stdout = o
print(m)  # expect: lost sys.stdout
import os
for v in ('0', 'nope', 'no.such.thing', '.x', 'builtins.print', 'print', 'os.path.nix', ''):
    os.environ['PYTHONBREAKPOINT'] = v
    if v: breakpoint(1, 2)  # expect: 1 2
    # expect: 1 2
sys.breakpointhook = lambda *a, **k: print('bp', a, k)
breakpoint(1, x=3)  # expect: bp (1,) {'x': 3}
del sys.breakpointhook
try: breakpoint()
except RuntimeError as e: print(e)  # expect: lost sys.breakpointhook
class M: __all__ = ['a', 3]; a = 1; __name__ = 'M'
sys.modules['M'] = M()
try: exec('from M import *')
except TypeError as e: print(e)  # expect: Item in M.__all__ must be str, not int
class S:
    __slots__ = ()
    __name__ = 'S'
sys.modules['S'] = S()
try: exec('from S import *')
except ImportError as e: print(e)  # expect: from-import-* object has no __dict__ and no __all__
class G:
    __all__ = ['q', 'zz']
    def __getattr__(self, n):
        if n == 'q': return 'Q'
        raise AttributeError(n)
sys.modules['G'] = G()
try: exec('from G import *')
except AttributeError as e: print(e)  # expect: zz
print(q)  # expect: Q
