class Meta(type):
    def __new__(mcls, name, bases, ns):
        ns["created"] = name.lower()
        return super().__new__(mcls, name, bases, ns)
    def __call__(cls, *a):
        obj = super().__call__(*a)
        obj.tag = "made"
        return obj
    def hello(cls):
        return "hi " + cls.__name__
class A(metaclass=Meta):
    pass
print(A.created, A().tag, A.hello(), type(A).__name__)  # expect: a made hi A Meta
