total = 0
for i in range(1500, -1500, -7):
    total = total * 3 % 10007 + i
print(total)  # expect: 4474
for start in range(5):
    for i in range(start, 100, start + 1):
        total += i
for i in range(-1, -400, -1):
    total -= i
print(total)  # expect: 95679
