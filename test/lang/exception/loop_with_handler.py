total = 0
for s in ["1", "2", "x", "4", ""]:
    try:
        total += int(s)
    except ValueError:
        total += 100
        continue
    total += 1000
print(total)  # expect: 3207
