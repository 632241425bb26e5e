xs = [1, 2, 3]
total = 0
for i in range(1500):
    if i == 700:
        len = lambda s: 1000
    if i == 900:
        del len
    total += len(xs)
print(total)  # expect: 203900
