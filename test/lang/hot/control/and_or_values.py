total = 0
for i in range(1200):
    total += (i % 3 and i) or (i % 5 and -1) or 7
    x = None if i % 4 else i
    total += 1 if x is None or x > 600 else 0
print(total)  # expect: 481289
