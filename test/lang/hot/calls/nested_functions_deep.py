def a(x): return b(x) + 1
def b(x): return c(x) * 2
def c(x): return d(x) - 3
def d(x): return e(x, 1)
def e(x, y=0): return x if x % 97 else -y
total = 0
for i in range(1500):
    total += a(i)
print(total)  # expect: 2217688
