class Shape:
    def area(self):
        raise NotImplementedError("area")
class Sq(Shape):
    def __init__(self, s):
        self.s = s
    def area(self):
        return self.s ** 2
for s in (Sq(3), Shape()):
    try:
        print(s.area())  # expect: 9
    except NotImplementedError as e:
        print("not implemented", e)  # expect: not implemented area
