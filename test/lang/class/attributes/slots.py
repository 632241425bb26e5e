class P:
    __slots__ = ("x", "y")
    def __init__(self, x):
        self.x = x
p = P(1)
p.y = 2
print(p.x, p.y, hasattr(p, "__dict__"))  # expect: 1 2 False
try:
    p.z = 3
except AttributeError as e:
    print(e)  # expect: 'P' object has no attribute 'z' and no __dict__ for setting new attributes
del p.y
try:
    p.y
except AttributeError as e:
    print(e)  # expect: 'P' object has no attribute 'y'
