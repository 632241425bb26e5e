def f():
    pass
def g(x):
    if x:
        return
    return 5
print(f(), g(1), g(0))  # expect: None None 5
