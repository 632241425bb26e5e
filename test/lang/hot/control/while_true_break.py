n = 27
steps = 0
while True:
    if n == 1:
        break
    if n & 1:
        n = 3 * n + 1
    else:
        n >>= 1
    steps += 1
print(steps)  # expect: 111
