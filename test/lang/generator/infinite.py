def naturals():
    n = 0
    while True:
        yield n
        n += 1
def take(n, it):
    for _, v in zip(range(n), it):
        yield v
print(list(take(5, (x * x for x in naturals() if x % 2))))  # expect: [1, 9, 25, 49, 81]
