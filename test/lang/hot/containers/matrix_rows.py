n = 20
m = [[i * n + j for j in range(n)] for i in range(n)]
total = 0
for k in range(5):
    for i in range(n):
        row = m[i]
        for j in range(n):
            total += row[j] if (i + j) % 2 else -row[j]
            row[j] = m[j][i]
print(total, m[3][4], m[4][3], m[19][0])  # expect: 760 83 83 380
