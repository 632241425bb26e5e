name, n, x = "Ann", 42, 3.14159
print(f"{name} {n} {x}", f"{n + 1}", f"{name!r} {name!s} {name!a}", f"{{literal}}", f"{n=}", f"{x = :.2f}", f"{n+1=}")  # expect: Ann 42 3.14159 43 'Ann' Ann 'Ann' {literal} n=42 x = 3.14 n+1=43
