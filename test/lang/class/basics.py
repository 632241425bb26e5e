class Point:
    dims = 2
    def __init__(self, x, y=0):
        self.x = x
        self.y = y
    def norm2(self):
        return self.x ** 2 + self.y ** 2
p = Point(3, 4)
print(p.x, p.norm2(), Point.dims, p.dims, Point.norm2(p), isinstance(p, Point), type(p).__name__)  # expect: 3 25 2 2 25 True Point
p.x = 0
p.dims = 9
print(p.norm2(), p.dims, Point.dims, p.__dict__, p.__class__ is Point)  # expect: 16 9 2 {'x': 0, 'y': 4, 'dims': 9} True
