x = -(2 ** 53) + 2000
for i in range(1000):
    x -= 5
print(x)  # expect: -9007199254743992
y = -9007199254740991
for i in range(300):
    y = y - 1
print(y)  # expect: -9007199254741291
