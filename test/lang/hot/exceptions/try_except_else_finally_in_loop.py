counts = [0, 0, 0, 0]
for i in range(1000):
    try:
        counts[0] += 1
        x = int("12" if i % 4 else "zz")
    except ValueError:
        counts[1] += 1
    else:
        counts[2] += x
    finally:
        counts[3] += i
print(counts)  # expect: [1000, 250, 9000, 499500]
