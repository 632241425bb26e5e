def f(v):
    def g():
        return v
    return g
print(f(3).__closure__[0].cell_contents, f.__closure__, f(1).__code__.co_freevars)  # expect: 3 None ('v',)
