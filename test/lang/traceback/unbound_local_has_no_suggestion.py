# check: stderr
def free():
    def inner():
        return values
    inner()
    values = 1

try:
    free()
except NameError as e:
    print(type(e).__name__, e.name)  # expect: NameError values

def local(flag):
    values = [1]
    if flag: value = 1
    return value

try:
    local(False)
except UnboundLocalError as e:
    print(e.name)  # expect: None
local(False)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "test/lang/traceback/unbound_local_has_no_suggestion.py", line 22, in <module>
# expect stderr:     local(False)
# expect stderr:     ~~~~~^^^^^^^
# expect stderr:   File "test/lang/traceback/unbound_local_has_no_suggestion.py", line 16, in local
# expect stderr:     return value
# expect stderr:            ^^^^^
# expect stderr: UnboundLocalError: cannot access local variable 'value' where it is not associated with a value
# expect error: UnboundLocalError: cannot access local variable 'value' where it is not associated with a value
