scale = 2
def f(x):
    return x * scale
total = 0
for i in range(2000):
    if i == 1000:
        scale = 3
    if i == 1500:
        scale = 0.5
    total += f(i)
print(total)  # expect: 3310625.0
