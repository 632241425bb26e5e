x = 5
print(globals()["x"], "y" in globals())  # expect: 5 False
globals()["y"] = 6
print(y, __name__)  # expect: 6 __main__
def f():
    a = 1
    b = 2
    return locals()
print(f())  # expect: {'a': 1, 'b': 2}
