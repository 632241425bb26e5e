def avg():
    total, n, value = 0, 0, None
    while True:
        x = yield value
        total += x
        n += 1
        value = total / n
a = avg()
next(a)
print(a.send(10), a.send(20), a.send(60))  # expect: 10.0 15.0 30.0
try:
    g = avg()
    g.send(5)
except TypeError as e:
    print(e)  # expect: can't send non-None value to a just-started generator
