class A:
    def __add__(self, o):
        return NotImplemented
    def __eq__(self, o):
        return NotImplemented
    def __lt__(self, o):
        return NotImplemented
class B:
    def __radd__(self, o):
        return "B radd"
print(A() + B(), A() == 5, A() != 5)  # expect: B radd False True
for f in (lambda: A() + 1, lambda: A() < A(), lambda: 1 + A()):
    try:
        f()
    except TypeError as e:
        print(e)  # expect: unsupported operand type(s) for +: 'A' and 'int'
        # expect: '<' not supported between instances of 'A' and 'A'
        # expect: unsupported operand type(s) for +: 'int' and 'A'
