# A program may make up as many attribute names and classes as it likes.
class A: pass
a = A()
for i in range(3000):
    b = A()
    setattr(b, f'x{i}', i)
    b.last = i
    assert getattr(b, f'x{i}') == i and b.last == i
    setattr(a, 'y', i)
print(b.__dict__, a.y, hasattr(b, 'x1'))  # expect: {'x2999': 2999, 'last': 2999} 2999 False
print(len({type('T', (A,), {'n': i})().n for i in range(3000)}))  # expect: 3000
