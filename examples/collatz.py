"""The longest Collatz chain that starts below a limit.

Usage: collatz.py [limit]
"""
import sys


def chain_length(n):
    length = 1
    while n != 1:
        if n % 2 == 0:
            n //= 2
        else:
            n = 3 * n + 1
        length += 1
    return length


def main():
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 800_000
    best_start = best_length = total = 0
    for start in range(1, limit):
        length = chain_length(start)
        total += length
        if length > best_length:
            best_start, best_length = start, length
    print(f"longest chain below {limit}: {best_length} steps from {best_start}")
    print(f"average {total / (limit - 1):.4f}")


if __name__ == "__main__":
    main()
