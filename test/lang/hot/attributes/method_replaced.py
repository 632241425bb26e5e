class A:
    def f(self, x):
        return x
a = A()
total = 0
for i in range(2000):
    if i == 800:
        A.f = lambda self, x: x * 10
    if i == 1600:
        a.f = lambda x: 0
    total += a.f(i)
print(total)  # expect: 9915600
