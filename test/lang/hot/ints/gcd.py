def gcd(a, b):
    while b:
        a, b = b, a % b
    return a
total = 0
for i in range(1, 120):
    for j in range(1, 20):
        total += gcd(i * 6, j * 4)
print(total, gcd(2 ** 70, 6 ** 20))  # expect: 18768 1048576
