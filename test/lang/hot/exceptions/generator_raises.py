def g(n):
    for i in range(n):
        if i == 700:
            raise KeyError(i)
        yield i
total = 0
try:
    for v in g(2000):
        total += v
except KeyError as e:
    print(e, total)  # expect: 700 244650
