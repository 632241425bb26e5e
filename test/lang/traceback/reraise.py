# check: stderr
def f():
    try:
        int("zz")
    except ValueError:
        raise
f()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "test/lang/traceback/reraise.py", line 7, in <module>
# expect stderr:     f()
# expect stderr:     ~^^
# expect stderr:   File "test/lang/traceback/reraise.py", line 4, in f
# expect stderr:     int("zz")
# expect stderr:     ~~~^^^^^^
# expect stderr: ValueError: invalid literal for int() with base 10: 'zz'
# expect error: ValueError: invalid literal for int() with base 10: 'zz'
