from collections import namedtuple
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p._replace(x=5), p._asdict(), P._fields, p == (1, 2), P._make([7, 8]), tuple(p))  # expect: P(x=1, y=2) 1 2 P(x=5, y=2) {'x': 1, 'y': 2} ('x', 'y') True P(x=7, y=8) (1, 2)
a, b = p
print(a, b)  # expect: 1 2
try:
    p.x = 3
except AttributeError as e:
    print(e)  # expect: can't set attribute
try:
    P(1)
except TypeError as e:
    print(e)  # expect: P.__new__() missing 1 required positional argument: 'y'
