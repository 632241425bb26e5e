if (n := 10) > 5:
    print(n)  # expect: 10
print([y := 1, y ** 2], [last := x for x in range(3)], last)  # expect: [1, 1] [0, 1, 2] 2
def f(xs):
    while (x := xs.pop()) != 0:
        print(x)
f([0, 1, 2])  # expect: 2
# expect: 1
