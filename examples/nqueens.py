"""N queens by recursion: count all solutions and show the first.

Usage: nqueens.py [n]
"""
import sys


def solve(n, row, columns, diagonals, antidiagonals, placed, found):
    """Place a queen in each free column of `row`; append first solution to `found`."""
    if row == n:
        if not found:
            found.append(placed[:])
        return 1
    count = 0
    for column in range(n):
        down = row + column
        up = row - column + n
        if columns[column] or diagonals[down] or antidiagonals[up]:
            continue
        columns[column] = diagonals[down] = antidiagonals[up] = True
        placed.append(column)
        count += solve(n, row + 1, columns, diagonals, antidiagonals, placed, found)
        placed.pop()
        columns[column] = diagonals[down] = antidiagonals[up] = False
    return count


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 13
    found = []
    count = solve(n, 0, [False] * n, [False] * (2 * n), [False] * (2 * n + 1), [], found)
    print(f"{n} queens: {count} solutions")
    for column in found[0] if found else []:
        print(" ".join("Q" if c == column else "." for c in range(n)))


if __name__ == "__main__":
    main()
