found = 0
for i in range(2, 400):
    for j in range(2, i):
        if i % j == 0:
            break
        if j * j > i:
            found += 1
            break
    else:
        found += 1
print(found)  # expect: 78
n = 0
while n < 1500:
    n += 1
    if n % 3:
        continue
    if n > 1400:
        break
else:
    print("not here")
print(n)  # expect: 1401
