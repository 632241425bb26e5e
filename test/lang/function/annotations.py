def f(a: int, b: "str" = "x") -> float:
    c: int = 5
    d: list
    return c
print(f.__annotations__, f(1))  # expect: {'a': <class 'int'>, 'b': 'str', 'return': <class 'float'>} 5
x: int = 3
y: str
print(x, __annotations__)  # expect: 3 {'x': <class 'int'>, 'y': <class 'str'>}
