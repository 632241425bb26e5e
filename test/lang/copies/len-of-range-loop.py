# lengths of ranges at and beyond 2**53 in a loop
n = 0
for i in range(200):
    n += len(range(2**53 - 100 + i)) - len(range(i))
print(n)  # expect: 1801439850948178400
for r in (range(-2**53 + 1, 2**53 - 1), range(-2**53 + 1, 2**53 - 1, 2**52), range(2**53, 2**53 + 3), range(2**53 - 1, -2**53, -2**52)):
    print(len(r), [x for x, _ in zip(r, range(4))], r.__length_hint__() if hasattr(r, '__length_hint__') else iter(r).__length_hint__())  # expect: 18014398509481982 [-9007199254740991, -9007199254740990, -9007199254740989, -9007199254740988] 18014398509481982
    # expect: 4 [-9007199254740991, -4503599627370495, 1, 4503599627370497] 4
    # expect: 3 [9007199254740992, 9007199254740993, 9007199254740994] 3
    # expect: 4 [9007199254740991, 4503599627370495, -1, -4503599627370497] 4
M = 9007199254740991
t = 0
for i in range(200):
    t ^= ~(M - i % 2)
print(t)  # expect: 0
