def make(k):
    def f(x):
        return x * k
    return f
total = 0
for i in range(1000):
    total += make(i % 5)(i)
print(total)  # expect: 1001000
fs = [lambda: i for i in range(3)]
print([f() for f in fs])  # expect: [2, 2, 2]
def counter():
    n = 0
    def inc(by):
        nonlocal n
        n += by
        return n
    return inc
c = counter()
for i in range(1500):
    c(i)
print(c(0))  # expect: 1124250
