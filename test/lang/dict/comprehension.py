print({k: v for k, v in zip("abc", range(3))}, {i: i * i for i in range(5) if i % 2}, {len(w): w for w in ("a", "bb", "c")})  # expect: {'a': 0, 'b': 1, 'c': 2} {1: 1, 3: 9} {1: 'c', 2: 'bb'}
