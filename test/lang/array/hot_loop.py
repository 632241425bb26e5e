from array import array
n = 500
a = array("d", bytes(8 * n))
for i in range(n):
    a[i] = i * 0.5
total = 0.0
for k in range(5):
    for i in range(1, n - 1):
        a[i] = (a[i - 1] + a[i] + a[i + 1]) / 3.0
    total += a[n // 2]
print(total, a[1], a[n - 2])  # expect: 625.0 0.5 249.0
b = array("i", [0]) * n
for i in range(3000):
    b[i % n] += i
print(b[0], b[-1], sum(b))  # expect: 7500 10494 4498500
