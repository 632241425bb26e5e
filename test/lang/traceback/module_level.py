# check: stderr
a = [1, 2, 3]
i = 7
print(a[0])  # expect: 1
a[i] + 1
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "test/lang/traceback/module_level.py", line 5, in <module>
# expect stderr:     a[i] + 1
# expect stderr:     ~^^^
# expect stderr: IndexError: list index out of range
# expect error: IndexError: list index out of range
