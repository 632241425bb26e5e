total = 0
for i in range(30):
    for j in range(i):
        for k in range(j):
            total += i ^ j ^ k
print(total)  # expect: 63350
a = 0
i = 0
while i < 60:
    j = i
    while j > 0:
        j -= 3
        a += j
    i += 1
print(a, i, j)  # expect: 10770 60 -1
