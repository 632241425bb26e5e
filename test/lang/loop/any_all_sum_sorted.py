xs = [5, 2, 8]
print(any(x > 7 for x in xs), all(x > 1 for x in xs), sorted(xs, reverse=True), sum(xs, start=100), min(xs), list(filter(lambda x: x > 3, xs)), list(map(lambda a, b: a - b, xs, xs[1:])))  # expect: True True [8, 5, 2] 115 2 [5, 8] [3, -6]
