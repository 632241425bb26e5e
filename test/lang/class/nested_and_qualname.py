class Outer:
    class Inner:
        def f(self):
            return 1
print(Outer.Inner.__qualname__, Outer.Inner.f.__qualname__, Outer.Inner().f(), Outer.__module__, Outer.Inner)  # expect: Outer.Inner Outer.Inner.f 1 __main__ <class '__main__.Outer.Inner'>
