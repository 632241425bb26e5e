# check: stderr
f = lambda v: v.missing
xs = [f(v) for v in (1, 2)]
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "test/lang/traceback/in_comprehension_lambda.py", line 3, in <module>
# expect stderr:     xs = [f(v) for v in (1, 2)]
# expect stderr:           ~^^^
# expect stderr:   File "test/lang/traceback/in_comprehension_lambda.py", line 2, in <lambda>
# expect stderr:     f = lambda v: v.missing
# expect stderr:                   ^^^^^^^^^
# expect stderr: AttributeError: 'int' object has no attribute 'missing'
# expect error: AttributeError: 'int' object has no attribute 'missing'
