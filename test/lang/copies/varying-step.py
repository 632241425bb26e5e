def f(vals):
    n = 0
    steps = []
    for val in vals:
        k = 0
        try:
            for j in range(1, 3, val):
                k += 1
                if k > 2: break
            else:
                k += 10
        except ValueError as e:
            k = str(e)
        steps.append(k)
        n += 1
    return n, steps[:4], steps[-6:]
print(f([1] * 200 + [2, -1, 0, True, 10**30, -10**30]))  # expect: (206, [12, 12, 12, 12], [11, 10, 'range() arg 3 must not be zero', 12, 11, 10])
print(f([-1] * 100 + [1] * 100 + [0] * 3))  # expect: (203, [10, 10, 10, 10], [12, 12, 12, 'range() arg 3 must not be zero', 'range() arg 3 must not be zero', 'range() arg 3 must not be zero'])
c = 0
while True:
    if c > 300: break
    c += 1
    for _ in range(1, 1, -1):
        break
    else:
        c += 1
print(c)  # expect: 302
t = 0
for step in (3, -3, 7, -7, 2**62, -2**63):
    for a in range(10, -10, step):
        t = t * 31 + a
        t &= 0xFFFFFFFF
    for a in range(-10, 10, step):
        t = t * 37 + a
        t &= 0xFFFFFFFF
print(t, list(range(2**63 - 2, 2**63 + 3, 2)), len(range(0, 2**63 - 1)))  # expect: 2209908456 [9223372036854775806, 9223372036854775808, 9223372036854775810] 9223372036854775807
