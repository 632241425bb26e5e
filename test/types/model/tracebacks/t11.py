def f():
    sum = 0
    for i in range(3):
        sum += i; lst = [i for i in range(3) if 1 / (i - 1)]
    return sum
a = f() if True else 0
