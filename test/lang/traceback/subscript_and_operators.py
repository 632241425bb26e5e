# check: stderr
data = {"a": {"b": [1, 2]}}
x = data["a"]["c"][0]
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "test/lang/traceback/subscript_and_operators.py", line 3, in <module>
# expect stderr:     x = data["a"]["c"][0]
# expect stderr:         ~~~~~~~~~^^^^^
# expect stderr: KeyError: 'c'
# expect error: KeyError: 'c'
