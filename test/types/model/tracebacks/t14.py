def f(n):
    if n == 0:
        raise ValueError("deep")
    f(n - 1)
try:
    f(10)
except ValueError as e:
    e.add_note("hint")
    raise
