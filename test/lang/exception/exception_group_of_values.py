def check(v):
    if not isinstance(v, int):
        raise TypeError(f"expected int, got {type(v).__name__}")
    if v < 0:
        raise ValueError(f"negative: {v}")
    return v
for v in (1, -1, "a", 2.5):
    try:
        print(check(v))  # expect: 1
    except (TypeError, ValueError) as e:
        print(f"{type(e).__name__}: {e}")  # expect: ValueError: negative: -1
        # expect: TypeError: expected int, got str
        # expect: TypeError: expected int, got float
