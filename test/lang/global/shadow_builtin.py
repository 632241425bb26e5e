def f():
    return len([1, 2, 3])
print(f())  # expect: 3
len = lambda x: "mine"
print(f())  # expect: mine
del len
print(f())  # expect: 3
