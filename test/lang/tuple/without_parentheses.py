t = 1, 2
x = 3,
print(t, x)  # expect: (1, 2) (3,)
def f():
    return 1, 2
print(f(), type(f()).__name__)  # expect: (1, 2) tuple
for i in 5, 6:
    print(i)  # expect: 5
    # expect: 6
