xs = list(range(500))
ys = [x * 0.5 for x in xs]
total = 0
for i, (x, y) in enumerate(zip(xs, ys)):
    total += x * y - i
for x in reversed(xs):
    total = total * 0.5 + x
for a, b, c in zip(xs, xs[1:], reversed(ys)):
    total += a - b * c
print(total)  # expect: -10292372.0
