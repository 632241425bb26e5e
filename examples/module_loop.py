# The value of e and the digits it shares with a series, as a beginner writes
# it: no function at all, every loop and every variable at module level.
#
# Usage: module_loop.py [n]
import sys

n = 12_000_000
if len(sys.argv) > 1:
    n = int(sys.argv[1])

# Basel series: pi squared over six.
total = 0.0
i = 1
while i <= n:
    total += 1.0 / (i * i)
    i += 1
print("pi is about", (6 * total) ** 0.5)

# Sum of the digits of the numbers below n that are multiples of 3 or 5.
digits = 0
for number in range(n // 4):
    if number % 3 == 0 or number % 5 == 0:
        rest = number
        while rest:
            digits += rest % 10
            rest //= 10
print("digit sum", digits)

# A histogram of squares modulo 16.
counts = [0] * 16
for k in range(n):
    counts[k * k % 16] += 1
for residue, count in enumerate(counts):
    if count:
        print(f"{residue:2d} {count:8d} {100 * count / n:6.2f}%")
