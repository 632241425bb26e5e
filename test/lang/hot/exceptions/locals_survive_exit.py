def f(n):
    a, b, c, d = 1, 2.0, "s", [0]
    for i in range(n):
        a += 1
        b *= 1.001
        d[0] += a
        if i == n - 3:
            c = c + "t"
    return a, b, c, d, i
print(f(1000))  # expect: (1001, 5.433847864471197, 'st', [501500], 999)
print(f(3))  # expect: (4, 2.006006001999999, 'st', [9], 2)
