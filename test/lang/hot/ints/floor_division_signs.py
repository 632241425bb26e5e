total = []
for d in (3, -3, 7, -7, 1, -1):
    q = m = 0
    for a in range(-300, 300):
        q = q * 3 % 1000 + a // d
        m = m * 3 % 1000 + a % d
    total.append((q, m))
print(total)  # expect: [(900, 1000), (100, 0), (262, 866), (941, 287), (700, 0), (300, 0)]
