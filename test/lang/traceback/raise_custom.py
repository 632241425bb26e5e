# check: stderr
class MyError(Exception):
    pass
def check(n):
    if n > 2:
        raise MyError(f"n is {n}")
for i in range(5):
    check(i)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "test/lang/traceback/raise_custom.py", line 8, in <module>
# expect stderr:     check(i)
# expect stderr:     ~~~~~^^^
# expect stderr:   File "test/lang/traceback/raise_custom.py", line 6, in check
# expect stderr:     raise MyError(f"n is {n}")
# expect stderr: MyError: n is 3
# expect error: MyError: n is 3
