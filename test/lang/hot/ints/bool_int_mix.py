total = 0
flags = [True, False, 1, 0]
for i in range(1600):
    total += flags[i % 4]
    total += i > 800
    total -= not i % 3
print(total, type(total).__name__)  # expect: 1065 int
x = True
for i in range(1000):
    x = x & (i != 500) if i < 600 else x | 2
print(x)  # expect: 2
