width, prec = 10, 3
print(f"{3.14159:{width}.{prec}f}|", f"{'x':>{width}}|", f"{f'{1 + 1}'}", f"{'a' if width > 5 else 'b'}")  # expect:      3.142|          x| 2 a
print(f"{[i * 2 for i in range(3)]} {({'k': 1})['k']} {(lambda v: v + 1)(2)}")  # expect: [0, 2, 4] 1 3
