def size(x):
    if isinstance(x, (list, tuple)):
        return sum(size(y) for y in x)
    if isinstance(x, dict):
        return len(x)
    if isinstance(x, bool):
        return 0
    return x if isinstance(x, int) else 1
data = [1, [2, 3, (4, True)], {"a": 1}, "s", 2.5]
total = 0
for i in range(150):
    total += size(data)
print(total)  # expect: 1950
