class A:
    def f(self):
        return 1
a = A()
print(a.f())  # expect: 1
A.f = lambda self: 2
print(a.f())  # expect: 2
del A.f
try:
    a.f()
except AttributeError as e:
    print(e)  # expect: 'A' object has no attribute 'f'
