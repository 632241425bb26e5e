pairs = [(1, "b"), (0, "x"), (1, "a"), (0, "y")]
print(sorted(pairs, key=lambda p: p[0]))  # expect: [(0, 'x'), (0, 'y'), (1, 'b'), (1, 'a')]
print(sorted(pairs, key=lambda p: p[0], reverse=True))  # expect: [(1, 'b'), (1, 'a'), (0, 'x'), (0, 'y')]
