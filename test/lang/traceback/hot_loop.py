# check: stderr
def inner(values, i):
    return values[i] * 2
def outer(values, n):
    total = 0
    for i in range(n):
        total += inner(values, i)
    return total
outer([1] * 500, 501)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "test/lang/traceback/hot_loop.py", line 9, in <module>
# expect stderr:     outer([1] * 500, 501)
# expect stderr:     ~~~~~^^^^^^^^^^^^^^^^
# expect stderr:   File "test/lang/traceback/hot_loop.py", line 7, in outer
# expect stderr:     total += inner(values, i)
# expect stderr:              ~~~~~^^^^^^^^^^^
# expect stderr:   File "test/lang/traceback/hot_loop.py", line 3, in inner
# expect stderr:     return values[i] * 2
# expect stderr:            ~~~~~~^^^
# expect stderr: IndexError: list index out of range
# expect error: IndexError: list index out of range
