n = 1500
total = 0
i = 0
while i < n:
    total += i * i % 7
    i += 1
print(total, i)  # expect: 2997 1500
x = y = 0.0
for step in range(n):
    x, y = x * 0.5 + y * 0.25 + 1, y * 0.5 - x * 0.125
print(x, y)  # expect: 1.7777777777777777 -0.4444444444444444
