x = "outer"
print([x for x in range(3)], x)  # expect: [0, 1, 2] outer
def f():
    n = 10
    return [n + i for i in range(3)], [[n + i for i in range(j)] for j in range(3)]
print(f())  # expect: ([10, 11, 12], [[], [10], [10, 11]])
try:
    [q for q in []]
    q
except NameError as e:
    print(e)  # expect: name 'q' is not defined
