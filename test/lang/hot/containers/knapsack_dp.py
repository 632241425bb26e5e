weights = [3, 4, 5, 9, 14, 2, 7]
values = [3, 4, 4, 10, 15, 1.5, 8]
cap = 60
best = [0] * (cap + 1)
for k in range(4):
    for w, v in zip(weights, values):
        for c in range(cap, w - 1, -1):
            if best[c - w] + v > best[c]:
                best[c] = best[c - w] + v
print(best[cap], best[10])  # expect: 67 11
