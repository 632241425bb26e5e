def g(i):
    try:
        if i % 10 == 9:
            raise ValueError
        return 1
    finally:
        trail.append(i)
trail = []
total = 0
for i in range(500):
    try:
        total += g(i)
    except ValueError:
        total -= 100
print(total, len(trail), sum(trail))  # expect: -4550 500 124750
