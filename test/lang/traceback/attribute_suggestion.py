# check: stderr
class Thing:
    colour = 1
Thing().color
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "test/lang/traceback/attribute_suggestion.py", line 4, in <module>
# expect stderr:     Thing().color
# expect stderr: AttributeError: 'Thing' object has no attribute 'color'. Did you mean: 'colour'?
# expect error: AttributeError: 'Thing' object has no attribute 'color'. Did you mean: 'colour'?
