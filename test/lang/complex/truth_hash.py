print(bool(0j), bool(1e-5j), hash(2 + 0j) == hash(2), 2 + 0j == 2, {2: "x"}[2 + 0j])  # expect: False True True True x
