# check: stderr
def load():
    try:
        return {}["key"]
    except KeyError as e:
        raise RuntimeError("cannot load") from e
load()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "test/lang/traceback/cause.py", line 4, in load
# expect stderr:     return {}["key"]
# expect stderr:            ~~^^^^^^^
# expect stderr: KeyError: 'key'
# expect stderr:
# expect stderr: The above exception was the direct cause of the following exception:
# expect stderr:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "test/lang/traceback/cause.py", line 7, in <module>
# expect stderr:     load()
# expect stderr:     ~~~~^^
# expect stderr:   File "test/lang/traceback/cause.py", line 6, in load
# expect stderr:     raise RuntimeError("cannot load") from e
# expect stderr: RuntimeError: cannot load
# expect error: RuntimeError: cannot load
