A = type("A", (), {"x": 5, "f": lambda self: self.x * 2})
print(A().f(), A.__name__, type(A) is type, type(5), type(A()).__name__)  # expect: 10 A True <class 'int'> A
