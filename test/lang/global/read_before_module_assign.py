def f():
    return later
try:
    f()
except NameError as e:
    print(e)  # expect: name 'later' is not defined
later = 3
print(f())  # expect: 3
