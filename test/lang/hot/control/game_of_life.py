n = 16
grid = [[(i * 7 + j * 3) % 5 == 0 for j in range(n)] for i in range(n)]
for step in range(6):
    new = [[False] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            c = 0
            for di in (-1, 0, 1):
                for dj in (-1, 0, 1):
                    if (di or dj) and grid[(i + di) % n][(j + dj) % n]:
                        c += 1
            new[i][j] = c == 3 or (c == 2 and grid[i][j])
    grid = new
print(sum(map(sum, grid)))  # expect: 74
for row in grid[:3]:
    print("".join(".#"[c] for c in row))  # expect: .##..#....##.#..
    # expect: #.....##.#.#....
    # expect: #...#...#...#..#
