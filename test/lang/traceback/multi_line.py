# check: stderr
def add(a, b):
    return (a +
            b)
add(
    1,
    "x",
)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "test/lang/traceback/multi_line.py", line 5, in <module>
# expect stderr:     add(
# expect stderr:     ~~~^
# expect stderr:         1,
# expect stderr:         ^^
# expect stderr:         "x",
# expect stderr:         ^^^^
# expect stderr:     )
# expect stderr:     ^
# expect stderr:   File "test/lang/traceback/multi_line.py", line 3, in add
# expect stderr:     return (a +
# expect stderr:             ~~^
# expect stderr:             b)
# expect stderr:             ~
# expect stderr: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect error: TypeError: unsupported operand type(s) for +: 'int' and 'str'
