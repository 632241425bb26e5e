class V:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y)
    def __mul__(self, k):
        return V(self.x * k, self.y * k)
v = V(0.0, 0.0)
d = V(0.5, -0.25)
for i in range(1500):
    v = v + d * (i % 3)
print(v.x, v.y)  # expect: 750.0 -375.0
