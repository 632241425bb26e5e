def g(n):
    for i in range(n):
        yield i * n
print(list(zip(g(3), g(4))), [(a, b) for a in g(2) for b in g(2)])  # expect: [(0, 0), (3, 4), (6, 8)] [(0, 0), (0, 2), (2, 0), (2, 2)]
