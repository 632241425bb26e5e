def down(n):
    if n == 0:
        return 0
    return 1 + down(n - 1)
total = 0
for i in range(40):
    total += down(i * 5)
print(total)  # expect: 3900
