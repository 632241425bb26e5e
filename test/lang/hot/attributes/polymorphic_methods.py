class Sq:
    def __init__(self, s):
        self.s = s
    def area(self):
        return self.s * self.s
class Rect:
    def __init__(self, w, h):
        self.w = w
        self.h = h
    def area(self):
        return self.w * self.h
class Circle:
    def __init__(self, r):
        self.r = r
    def area(self):
        return 3.0 * self.r * self.r
shapes = [Sq(2), Rect(2, 3), Circle(1.5), Sq(2.5), Rect(1, 0.5)]
total = 0
for i in range(2000):
    total += shapes[i % 5].area()
print(total)  # expect: 9400.0
