# Values cross 2**53 upward and downward again and again.
x = 2 ** 53 - 50
crossings = 0
step = 7
last = x < 2 ** 53
for i in range(3000):
    x += step
    if x > 2 ** 53 + 300:
        step = -7
    elif x < 2 ** 53 - 300:
        step = 7
    if (x < 2 ** 53) != last:
        crossings += 1
        last = not last
print(x, crossings)  # expect: 9007199254741236 35
