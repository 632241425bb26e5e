try:
    int.foo = 1
except TypeError as e:
    print(e)  # expect: cannot set 'foo' attribute of immutable type 'int'
try:
    object().x = 1
except AttributeError as e:
    print(e)  # expect: 'object' object has no attribute 'x' and no __dict__ for setting new attributes
