class A:
    x = 1
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return "dynamic " + name
    def __setattr__(self, name, value):
        print("set", name)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)
a = A()
a.y = 2  # expect: set y
print(a.x, a.y, a.z, hasattr(a, "_q"))  # expect: 1 2 dynamic z False
del a.y  # expect: del y
print(a.y)  # expect: dynamic y
