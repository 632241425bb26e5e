# check: stderr
def g():
    yield 1
    yield 1 / 0
for x in g():
    print(x)  # expect: 1
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "test/lang/traceback/generator.py", line 5, in <module>
# expect stderr:     for x in g():
# expect stderr:              ~^^
# expect stderr:   File "test/lang/traceback/generator.py", line 4, in g
# expect stderr:     yield 1 / 0
# expect stderr:           ~~^~~
# expect stderr: ZeroDivisionError: division by zero
# expect error: ZeroDivisionError: division by zero
