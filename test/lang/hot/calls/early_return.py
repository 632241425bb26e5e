def find(xs, want):
    for i, x in enumerate(xs):
        if x == want:
            return i
    return -1
xs = [i * 7 % 101 for i in range(101)]
total = 0
for k in range(0, 110, 3):
    total += find(xs, k)
print(total)  # expect: 1738
