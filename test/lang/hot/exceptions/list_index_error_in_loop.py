xs = [5] * 1000
total = 0
i = 0
try:
    while True:
        total += xs[i]
        i += 1
except IndexError as e:
    print(e, i, total)  # expect: list index out of range 1000 5000
