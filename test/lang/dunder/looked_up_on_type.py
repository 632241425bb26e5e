class A:
    pass
a = A()
a.__len__ = lambda: 5
try:
    len(a)
except TypeError as e:
    print(e)  # expect: object of type 'A' has no len()
a.__call__ = lambda: 1
try:
    a()
except TypeError as e:
    print(e)  # expect: 'A' object is not callable
