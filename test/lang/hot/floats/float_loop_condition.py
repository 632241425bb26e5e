x = 0.0
n = 0
while x < 100:
    x += 0.1
    n += 1
print(n, x)  # expect: 1001 100.09999999999859
y = 1e16
k = 0
while y > 1 and k < 5000:
    y /= 1.5
    k += 1
print(k, y)  # expect: 91 0.9455737905931788
