print(Ellipsis is ..., NotImplemented, None, __name__, type(__builtins__).__name__ in ("module", "dict"), sorted([True, False]), type(object()).__name__)  # expect: True NotImplemented None __main__ True [False, True] object
try:
    print(undefined)
except NameError as e:
    print(e)  # expect: name 'undefined' is not defined
