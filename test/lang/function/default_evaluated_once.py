def f(x, acc=[]):
    acc.append(x)
    return acc
print(f(1), f(2), f(3, []), f(4))  # expect: [1, 2, 4] [1, 2, 4] [3] [1, 2, 4]
print(f.__defaults__)  # expect: ([1, 2, 4],)
