def f(*a, **k):
    return type(a).__name__, type(k).__name__, a, k
print(f(), f(*"ab"), f(*{1: 2}), f(*range(2), **dict(q=1)))  # expect: ('tuple', 'dict', (), {}) ('tuple', 'dict', ('a', 'b'), {}) ('tuple', 'dict', (1,), {}) ('tuple', 'dict', (0, 1), {'q': 1})
