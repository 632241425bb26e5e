class A:
    def who(self):
        return "A"
    def both(self):
        return self.who() + "!"
class B(A):
    def who(self):
        return "B" + super().who()
class C(B):
    pass
print(A().both(), B().both(), C().both(), issubclass(C, A), isinstance(C(), (int, A)), C.__mro__[1].__name__, C.__bases__[0].__name__)  # expect: A! BA! BA! True True B B
