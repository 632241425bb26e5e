# check: stderr
def f(x):
    return 1 / x
def g():
    return f(0)
g()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "test/lang/traceback/simple.py", line 6, in <module>
# expect stderr:     g()
# expect stderr:     ~^^
# expect stderr:   File "test/lang/traceback/simple.py", line 5, in g
# expect stderr:     return f(0)
# expect stderr:   File "test/lang/traceback/simple.py", line 3, in f
# expect stderr:     return 1 / x
# expect stderr:            ~~^~~
# expect stderr: ZeroDivisionError: division by zero
# expect error: ZeroDivisionError: division by zero
