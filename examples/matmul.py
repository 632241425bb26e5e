"""Dense matrix multiplication on lists of lists.

Usage: matmul.py [n]
"""
import sys


def make_matrix(n, seed):
    factor = seed / n / n
    return [[factor * (i - j) * (i + j) for j in range(n)] for i in range(n)]


def transpose(m):
    return [list(row) for row in zip(*m)]


def multiply(a, b):
    n = len(a)
    columns = transpose(b)
    product = []
    for i in range(n):
        row_a = a[i]
        row = []
        for j in range(n):
            column = columns[j]
            total = 0.0
            for k in range(n):
                total += row_a[k] * column[k]
            row.append(total)
        product.append(row)
    return product


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 550
    a = make_matrix(n, 1.0)
    b = make_matrix(n, 2.0)
    c = multiply(a, b)
    trace = 0.0
    for i in range(n):
        trace += c[i][i]
    print(f"n = {n}")
    print(f"middle {c[n // 2][n // 2]!r}")
    print(f"corner {c[0][n - 1]!r}")
    print(f"trace  {trace!r}")


if __name__ == "__main__":
    main()
