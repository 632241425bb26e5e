class A:
    def __init__(self):
        self.v = 1
    def __getattribute__(self, name):
        if name == "magic":
            return 42
        return super().__getattribute__(name)
a = A()
print(a.magic, a.v)  # expect: 42 1
