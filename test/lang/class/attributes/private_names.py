class A:
    def __init__(self):
        self.__x = 1
    def get(self):
        return self.__x
a = A()
print(a.get(), a._A__x, hasattr(a, "__x"), a.__dict__)  # expect: 1 1 False {'_A__x': 1}
