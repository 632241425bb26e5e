total = 0
for i in range(800):
    total += i ** 2 - i ** 3 % 7
print(total)  # expect: 170344405
s = 0.0
for i in range(1, 800):
    s += i ** 0.5 + i ** -1 + (i / 10) ** 2
print(s)  # expect: 1718545.8573188672
p = 0
for i in range(400):
    p += pow(i, 5, 1009) + 2 ** (i % 60)
print(p)  # expect: 6917530127152912055
