def inner(n):
    s = 0
    for i in range(n):
        s += i
    return s
total = 0
for k in range(200):
    total += inner(k % 13)
print(total)  # expect: 4300
def w(n):
    while n > 1:
        n = n // 2 if n % 2 == 0 else n - 1
        if n == 5:
            return 5
    return n
print(sum(w(i) for i in range(1, 300)))  # expect: 547
