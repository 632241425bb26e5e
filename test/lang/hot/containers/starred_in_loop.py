def f(*args, **kw):
    return sum(args) + kw.get("k", 0)
total = 0
for i in range(600):
    first, *rest = [i, 1, 2]
    total += f(first, *rest, k=i % 3) + f(*range(i % 4))
print(total)  # expect: 182700
