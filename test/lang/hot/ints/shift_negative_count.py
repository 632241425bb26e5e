bad = 0
for i in range(600):
    try:
        bad += 1 << (i % 20 - 1)
    except ValueError as e:
        bad += 1
print(bad)  # expect: 15728640
