"""Spectral norm of an infinite matrix, by the power method.

Usage: spectral_norm.py [n]
"""
import sys
from math import sqrt


def a(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def multiply_a_v(v):
    n = len(v)
    result = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += a(i, j) * v[j]
        result.append(total)
    return result


def multiply_at_v(v):
    n = len(v)
    result = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += a(j, i) * v[j]
        result.append(total)
    return result


def multiply_at_a_v(v):
    return multiply_at_v(multiply_a_v(v))


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1200
    u = [1.0] * n
    v = u
    for _ in range(10):
        v = multiply_at_a_v(u)
        u = multiply_at_a_v(v)
    v_bv = v_v = 0.0
    for ue, ve in zip(u, v):
        v_bv += ue * ve
        v_v += ve * ve
    print(f"{sqrt(v_bv / v_v):.9f}")


if __name__ == "__main__":
    main()
