def show(x):
    print("show", x)
    return x
g = (show(x) for x in [1, 2, 3])
print("made")  # expect: made
print(next(g))  # expect: show 1
# expect: 1
print(any(x > 1 for x in g))  # expect: show 2
# expect: True
