print(hash(0.5), hash(1e20) == hash(10 ** 20), hash(float("inf")), hash(-0.0), hash(1.5))  # expect: 1152921504606846976 True 314159 0 1152921504606846977
