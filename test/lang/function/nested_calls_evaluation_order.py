def t(n):
    print("t", n)
    return n
def f(*a, **k):
    return a, k
print(f(t(1), *[t(2)], t(3), x=t(4), **{"y": t(5)}))  # expect: t 1
# expect: t 2
# expect: t 3
# expect: t 4
# expect: t 5
# expect: ((1, 2, 3), {'x': 4, 'y': 5})
t(1) + t(2) * t(3)  # expect: t 1
# expect: t 2
# expect: t 3
a = [0, 0]
a[t(1)] = t(0)  # expect: t 0
# expect: t 1
