def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        current = [i]
        for j, cb in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (ca != cb)))
        previous = current
    return previous[-1]
print(distance("kitten" * 6, "sitting" * 6), distance("", "abc"), distance("flaw", "lawn"))  # expect: 18 3 2
