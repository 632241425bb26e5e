bad = 0
total = 0.0
for i in range(1200):
    try:
        total += 100 / (i % 40)
    except ZeroDivisionError:
        bad += 1
print(total, bad)  # expect: 12760.629116809156 30
bad = 0
for i in range(1200):
    try:
        bad += 7 // (i % 3 - 1) + 7 % (i % 3 - 1)
    except ZeroDivisionError as e:
        bad += 1000
print(bad)  # expect: 400000
