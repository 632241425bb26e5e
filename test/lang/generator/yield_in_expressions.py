def g():
    x = (yield 1) + (yield 2)
    print("x", x)
    y = [(yield), 5]
    print(y)
it = g()
print(next(it), it.send(10), it.send(20))  # expect: x 30
# expect: 1 2 None
print(next(it, "fin"))  # expect: [None, 5]
# expect: fin
