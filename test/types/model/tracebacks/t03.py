class Foo:
    def __init__(self):
        self.value = 1
    def method(self):
        return self.valu
    def m2(self):
        return method
try:
    Foo().m2()
except NameError as e:
    import traceback
    print(1)
Foo().method()
