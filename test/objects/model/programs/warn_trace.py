import warnings, traceback, sys, io
sys.stderr = sys.stdout
def f(): warnings.warn("careful", DeprecationWarning, stacklevel=2)
f(); f()
for i in range(2): warnings.warn("user")
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("x", RuntimeWarning); f()
    print(len(w), w[0].category, str(w[0].message), w[1].lineno)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("boom")
    except UserWarning as e: print(repr(e))
with warnings.catch_warnings():
    warnings.simplefilter("ignore"); warnings.warn("hidden")
@warnings.deprecated("old")
def g(): return 5
print(g())
def a(x): return b(x) + 1
def b(x): return 1 / x
try: a(0)
except ZeroDivisionError as e:
    print(traceback.format_exc())
    traceback.print_exc(file=sys.stdout)
    traceback.print_exc(limit=1)
    print(traceback.format_exception_only(e))
    print(traceback.extract_tb(e.__traceback__))
    for fs in traceback.extract_tb(e.__traceback__): print(fs.name, fs.lineno, fs.line, fs.colno)
    print(traceback.format_tb(e.__traceback__))
    print(traceback.format_exception(e))
    te = traceback.TracebackException.from_exception(e)
    print(''.join(te.format()), te.exc_type_str)
def h(): traceback.print_stack()
h()
print(traceback.format_exception(ValueError('v')))
try:
    try: a(0)
    except ZeroDivisionError as e: raise KeyError('k') from e
except KeyError: print(traceback.format_exc(chain=False)); print(traceback.format_exc())
def fr():
    f = sys._getframe()
    return f.f_code.co_name, f.f_back.f_code.co_name, sorted(f.f_locals)
print(fr())
