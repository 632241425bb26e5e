nan = float("nan")
count = 0
x = 1.0
for i in range(1000):
    if i == 500:
        x = nan
    if x == x:
        count += 1
    if not x < 2:
        count += 10
    if x != x:
        count += 100
print(count)  # expect: 55500
