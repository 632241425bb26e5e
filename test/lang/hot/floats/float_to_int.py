total = 0
for i in range(1500):
    x = i * 0.37
    total += int(x) + round(x) + int(-x) + x // 1 % 3
print(total)  # expect: 417472.0
