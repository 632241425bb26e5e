xs = [1, 2, 3.5, 4, 2 ** 60, 0.25, True]
total = 0
for k in range(300):
    for x in xs:
        total += x
print(total)  # expect: 3.458764513820541e+20
