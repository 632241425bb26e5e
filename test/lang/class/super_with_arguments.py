class A:
    def f(self):
        return "A"
class B(A):
    def f(self):
        return super(B, self).f() + "B"
class C(B):
    def f(self):
        return super(B, self).f() + "C"
print(B().f(), C().f())  # expect: AB AC
