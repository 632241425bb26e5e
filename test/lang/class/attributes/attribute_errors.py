class A:
    pass
a = A()
for f in (lambda: a.x, lambda: A.y, lambda: (5).foo, lambda: None.bar, lambda: [].push, lambda: "".size, lambda: print.zip, lambda: (1.5).x):
    try:
        f()
    except AttributeError as e:
        print(e)  # expect: 'A' object has no attribute 'x'
        # expect: type object 'A' has no attribute 'y'
        # expect: 'int' object has no attribute 'foo'
        # expect: 'NoneType' object has no attribute 'bar'
        # expect: 'list' object has no attribute 'push'
        # expect: 'str' object has no attribute 'size'
        # expect: 'builtin_function_or_method' object has no attribute 'zip'
        # expect: 'float' object has no attribute 'x'
try:
    del a.q
except AttributeError as e:
    print(e)  # expect: 'A' object has no attribute 'q'
try:
    (5).x = 1
except AttributeError as e:
    print(e)  # expect: 'int' object has no attribute 'x' and no __dict__ for setting new attributes
