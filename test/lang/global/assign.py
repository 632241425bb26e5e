n = 0
def f():
    global n
    n += 5
f()
f()
print(n)  # expect: 10
