out = []
for i in range(5):
    if i == 3:
        continue
    for j in range(5):
        if j == i:
            break
        if (i + j) % 2:
            continue
        out.append((i, j))
print(out)  # expect: [(2, 0), (4, 0), (4, 2)]
