"""Sieve of Eratosthenes: count the primes below a limit.

Usage: sieve.py [limit]
"""
import sys


def sieve(limit):
    is_prime = [True] * limit
    is_prime[0] = is_prime[1] = False
    i = 2
    while i * i < limit:
        if is_prime[i]:
            for multiple in range(i * i, limit, i):
                is_prime[multiple] = False
        i += 1
    return is_prime


def main():
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 30_000_000
    is_prime = sieve(limit)
    count = 0
    largest = 0
    gap = 0
    for n in range(limit):
        if is_prime[n]:
            count += 1
            if n - largest > gap:
                gap = n - largest
            largest = n
    print(f"{count} primes below {limit}")
    print(f"largest {largest}, widest gap {gap}")


if __name__ == "__main__":
    main()
