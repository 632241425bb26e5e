class Field:
    def __set_name__(self, owner, name):
        self.name = name
    def __get__(self, obj, owner):
        if obj is None:
            return f"field {self.name}"
        return obj.__dict__.get(self.name, 0)
    def __set__(self, obj, value):
        obj.__dict__[self.name] = value * 2
class A:
    f = Field()
a = A()
a.f = 5
print(a.f, A.f, a.__dict__)  # expect: 10 field f {'f': 10}
