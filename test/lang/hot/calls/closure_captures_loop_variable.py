fs = []
for i in range(300):
    def f(x, i=i):
        return x + i
    fs.append(f)
total = 0
for k in range(5):
    for f in fs:
        total += f(k)
print(total)  # expect: 227250
def outer(n):
    total = 0
    def add(x):
        nonlocal total
        total += x
    for i in range(n):
        add(i)
        if i == n // 2:
            total = total + 0.5
    return total
print(outer(1000))  # expect: 499500.5
