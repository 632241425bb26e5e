xs = list(range(600))
while len(xs) > 5:
    xs = xs[1:] if len(xs) % 2 else xs[:-1]
print(xs)  # expect: [297, 298, 299, 300, 301]
ys = list(range(400))
while len(ys) > 3:
    del ys[len(ys) // 2]
    ys.insert(1, ys.pop())
print(ys)  # expect: [0, 88, 244]
