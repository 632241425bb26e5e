total = 0.0
bad = 0
with open("examples/data/measurements-small.csv") as f:
    next(f)
    for line in f:
        fields = line.rstrip("\n").split(",")
        try:
            total += float(fields[4]) - float(fields[2])
        except (ValueError, IndexError):
            bad += 1
print(total, bad)  # expect: 174820.31549999982 3
