def f(a, b, *, c=1):
    pass
def g(a, /):
    pass
def h():
    pass
for call in (lambda: f(), lambda: f(1), lambda: f(1, 2, 3), lambda: f(1, 2, d=1), lambda: f(1, a=2, b=3), lambda: g(a=1), lambda: h(1), lambda: f(1, 2, **{"c": 1, "x": 2}), lambda: f(*5), lambda: f(**5), lambda: (lambda *, k: k)()):
    try:
        call()
    except TypeError as e:
        print(e)  # expect: f() missing 2 required positional arguments: 'a' and 'b'
        # expect: f() missing 1 required positional argument: 'b'
        # expect: f() takes 2 positional arguments but 3 were given
        # expect: f() got an unexpected keyword argument 'd'
        # expect: f() got multiple values for argument 'a'
        # expect: g() got some positional-only arguments passed as keyword arguments: 'a'
        # expect: h() takes 0 positional arguments but 1 was given
        # expect: f() got an unexpected keyword argument 'x'
        # expect: __main__.f() argument after * must be an iterable, not int
        # expect: __main__.f() argument after ** must be a mapping, not int
        # expect: <lambda>.<locals>.<lambda>() missing 1 required keyword-only argument: 'k'
