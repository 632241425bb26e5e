# check: stderr
def f():
    try:
        raise KeyError("k")
    finally:
        print("cleaned")
f()  # expect: cleaned
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "test/lang/traceback/with_finally.py", line 7, in <module>
# expect stderr:     f()  # expect: cleaned
# expect stderr:     ~^^
# expect stderr:   File "test/lang/traceback/with_finally.py", line 4, in f
# expect stderr:     raise KeyError("k")
# expect stderr: KeyError: 'k'
# expect error: KeyError: 'k'
