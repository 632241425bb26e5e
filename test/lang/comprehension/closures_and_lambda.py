print([f(2) for f in [lambda x, n=n: x ** n for n in range(4)]])  # expect: [1, 2, 4, 8]
print([f() for f in [lambda: n for n in range(3)]])  # expect: [2, 2, 2]
def outer(k):
    return {n: (lambda: n * k)() for n in range(3)}
print(outer(5))  # expect: {0: 0, 1: 5, 2: 10}
