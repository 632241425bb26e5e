class A:
    total = 0
    for i in range(1200):
        total += i
    table = {k: k * k for k in range(5)}
print(A.total, A.i, A.table)  # expect: 719400 1199 {0: 0, 1: 1, 2: 4, 3: 9, 4: 16}
