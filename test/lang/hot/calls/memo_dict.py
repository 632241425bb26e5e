memo = {}
def collatz(n):
    if n == 1:
        return 1
    if n in memo:
        return memo[n]
    r = 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
    memo[n] = r
    return r
best = max(range(1, 400), key=collatz)
print(best, collatz(best), len(memo))  # expect: 327 144 808
