# A counter's cell is found anew in each iteration of two loops inside a third.
def counter():
    n = 0
    def step(d=1):
        nonlocal n
        n += d
        return n
    return step
def f():
    step = counter()
    i = 0
    while i < 70:
        i += 1
        for j in range(i % 4):
            g = step()
        for j in range(3):
            pass
    print(g)
f()  # expect: 105
