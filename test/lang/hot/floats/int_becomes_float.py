x = 0
for i in range(2000):
    if i == 1000:
        x = x + 0.5
    else:
        x = x + 1
print(x, type(x).__name__)  # expect: 1999.5 float
