def a(x):
    def b(y):
        def c(z):
            nonlocal y
            y += z
            return x + y + z
        return c
    return b
c = a(1)(10)
print(c(100), c(100))  # expect: 211 311
