def f(a, b=1):
    "Doc."
    return a
f.count = 3
print(f.__name__, f.__doc__, f.__defaults__, f.count, f.__qualname__, f.__module__, callable(f), f.__code__.co_varnames)  # expect: f Doc. (1,) 3 f __main__ True ('a', 'b')
