def f(n):
    def g():
        nonlocal n
        n *= 2
    for _ in range(5):
        g()
    return n
print(f(3))  # expect: 96
