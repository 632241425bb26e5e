class A:
    pass
class B:
    def __repr__(self):
        return "B()"
class C:
    def __str__(self):
        return "str C"
    def __repr__(self):
        return "repr C"
print(str(B()), [B()], str(C()), [C()], {C(): B()}, (C(),))  # expect: B() [B()] str C [repr C] {repr C: B()} (repr C,)
print(str(A()).startswith("<__main__.A object at 0x"))  # expect: True
