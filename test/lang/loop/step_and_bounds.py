print([i for i in range(10, 0, -3)], [i for i in range(-5, 6, 5)])  # expect: [10, 7, 4, 1] [-5, 0, 5]
for i in range(5, 2):
    print("never")
n = 3
for i in range(n):
    n += 5
print(n, i)  # expect: 18 2
