class A:
    pass
a = A()
setattr(a, "x", 5)
print(getattr(a, "x"), getattr(a, "nope", "default"), hasattr(a, "x"), hasattr(a, "nope"))  # expect: 5 default True False
delattr(a, "x")
print(hasattr(a, "x"), vars(a), sorted(n for n in dir(a) if not n.startswith("__")))  # expect: False {} []
