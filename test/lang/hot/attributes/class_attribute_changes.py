class A:
    k = 1
a = A()
total = 0
for i in range(1500):
    if i == 500:
        A.k = 2
    if i == 1000:
        a.k = 10
    if i == 1200:
        del a.k
    total += a.k
print(total)  # expect: 4100
