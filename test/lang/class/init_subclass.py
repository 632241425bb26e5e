class Base:
    names = []
    def __init_subclass__(cls, tag="none", **kw):
        super().__init_subclass__(**kw)
        Base.names.append((cls.__name__, tag))
class A(Base, tag="x"):
    pass
class B(Base):
    pass
print(Base.names)  # expect: [('A', 'x'), ('B', 'none')]
