import traceback, sys, io, linecache
def a(): b()
def b(): raise ValueError('bad value')
def show(text): print(text.replace(__file__, 'FILE'))
try: a()
except ValueError as e:
    show(traceback.format_exc()); show(''.join(traceback.format_exception(e))); show(''.join(traceback.format_exception_only(e))); show(''.join(traceback.format_tb(e.__traceback__)))
    s = traceback.extract_tb(e.__traceback__); print(s[-1].name, s[-1].lineno, s[-1].line, len(s), s[-1].colno); show(''.join(s.format())); show(''.join(traceback.format_list([('f.py', 3, 'fn', 'code here')])))
    te = traceback.TracebackException.from_exception(e); show(''.join(te.format())); print(te.exc_type_str, str(te)); buf = io.StringIO(); traceback.print_exc(file=buf, limit=1); show(buf.getvalue()); traceback.print_tb(e.__traceback__, file=buf)
try:
    try: a()
    except ValueError as e: raise KeyError('k') from e
except KeyError: show(traceback.format_exc())
try:
    try: a()
    except ValueError: {}['x']
except KeyError as e: show(traceback.format_exc()); show(traceback.format_exc(chain=False)); e.add_note('a note'); show(''.join(traceback.format_exception_only(e)))
try: raise ExceptionGroup('g', [ValueError(1), TypeError('t'), ExceptionGroup('h', [OSError('o')])])
except ExceptionGroup: show(traceback.format_exc())
try: compile('x = = 1', 'f.py', 'exec')
except SyntaxError as e: show(''.join(traceback.format_exception_only(e)))
try: print(undefined_name_x)
except NameError: show(traceback.format_exc())
try: sys.versoin
except AttributeError: show(traceback.format_exc())
try: (1 +
      len([1]) / 0)
except ZeroDivisionError: show(traceback.format_exc())
def rec(n): return rec(n - 1) if n else 1 / 0
try: rec(10)
except ZeroDivisionError: show(traceback.format_exc())
def st(): return traceback.extract_stack()
print([f.name for f in st()], traceback.format_stack()[-1].replace(__file__, 'FILE')); traceback.print_stack(file=sys.stdout, limit=0)
print(list(traceback.walk_tb(None)), traceback.FrameSummary('f', 1, 'n', line='x'))
class E(Exception):
    def __str__(self): raise RuntimeError
show(''.join(traceback.format_exception_only(E())))
traceback.clear_frames(None)
print(traceback.format_exception_only(ImportError("cannot import name 'x'", name='sys')))
