class A:
    def __init__(self):
        self.log = []
    def __iadd__(self, o):
        self.log.append(("iadd", o))
        return self
    def __mul__(self, o):
        return ("mul", o)
    def __ior__(self, o):
        return "replaced"
a = A()
b = a
a += 1
a += "x"
print(a is b, a.log)  # expect: True [('iadd', 1), ('iadd', 'x')]
a |= 2
print(a)  # expect: replaced
b *= 3
print(b)  # expect: ('mul', 3)
