def f(a, b=2, *, c=3):
    return a * 100 + b * 10 + c
total = 0
for i in range(1000):
    total += f(i) + f(i, c=1) + f(b=i, a=1) + f(1, i, c=i)
print(total)  # expect: 110636500
