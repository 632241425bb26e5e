try:
    import no_such_module
except ModuleNotFoundError as e:
    print(e, e.name)  # expect: No module named 'no_such_module' no_such_module
try:
    from math import no_such_name
except ImportError as e:
    print(str(e)[:45])  # expect: cannot import name 'no_such_name' from 'math'
try:
    import no.such.thing
except ImportError as e:
    print(e)  # expect: No module named 'no'
