class A:
    def __repr__(self):
        return "R"
class B:
    def __str__(self):
        return "S"
print(str(A()), f"{A()} {A()!r}", "%s %r" % (B(), A()), str(B()))  # expect: R R R S R S
