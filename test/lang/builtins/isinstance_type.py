print(isinstance(1, (str, int)), isinstance(True, int), type(1) is int, type("").__name__, issubclass(int, object), isinstance(None, type(None)), isinstance(int, type), callable(len), type(len).__name__, type(None), type(...))  # expect: True True True str True True True True builtin_function_or_method <class 'NoneType'> <class 'ellipsis'>
try:
    isinstance(1, 5)
except TypeError as e:
    print(e)  # expect: isinstance() arg 2 must be a type, a tuple of types, or a union
