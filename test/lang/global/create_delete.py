def f():
    global fresh
    fresh = 1
f()
print(fresh)  # expect: 1
def g():
    global fresh
    del fresh
g()
try:
    fresh
except NameError as e:
    print(e)  # expect: name 'fresh' is not defined
