last = None
changes = 0
for i in range(1500):
    v = i // 100
    if last is None or v != last:
        changes += 1
        last = v
print(changes, last)  # expect: 15 14
