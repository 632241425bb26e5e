n = 5
def f(x=n):
    return x
n = 6
print(f())  # expect: 5
fs = [lambda i=i: i for i in range(3)]
print([g() for g in fs])  # expect: [0, 1, 2]
