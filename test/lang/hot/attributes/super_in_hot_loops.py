# super() in compiled loops: methods along the MRO, classes that change half-way, attributes that are no methods.
class Base:
    kind = 'base'
    def __init__(self, n): self.n = n
    def area(self, k=1): return self.n * k
    def grow(self): self.n += 1
    @property
    def twice(self): return self.n * 2
    @classmethod
    def make(cls, n): return cls(n)
    @staticmethod
    def plain(x): return x + 1

class Mid(Base):
    def __init__(self, n, extra=0):
        super().__init__(n)
        self.extra = extra
    def area(self, k=1): return super().area(k) + 1
    def grow(self): return super(Mid, self).grow()

class Other(Base):
    kind = 'other'
    def area(self, k=1): return super().area(k) * 2

class Leaf(Mid, Other):
    def area(self, k=1): return super().area(k=k + 1) + self.extra
    @property
    def twice(self): return super().twice + 1
    @classmethod
    def make(cls, n): return super().make(n + 1)
    def mixed(self): return super().plain(1), super().kind

class Items(list):
    def append(self, x):
        super().append(x)
        if len(self) > 5: super().__delitem__(0)
    def __repr__(self): return 'Items' + super().__repr__()
    def __setattr__(self, name, value): super().__setattr__(name, value * 2)

def run(n):
    t = 0
    items = Items()
    for i in range(n):
        for c in (Mid, Other, Leaf):
            o = c(i)
            t += o.area(2) + o.twice
            o.grow()
            t += o.n
        items.append(o.area())
        items.last = i
        o = Leaf.make(i)
        t += o.n + len(o.mixed())
        if i == n // 3: Base.area = lambda self, k=1: self.n - k
        if i == n // 2: Other.area = Base.area
        if i == n * 2 // 3: Mid.__bases__ = (Other,)
    return t, items, items.last, o.mixed()

print(run(300))  # expect: (642107, Items[295, 296, 297, 298, 299], 598, (2, 'other'))

class Lost(Base):
    def area(self, k=1): return super().nothing(k)

def fails(n):
    missing = 0
    for i in range(n):
        try: Lost(i).area()
        except AttributeError as e: missing += 1; text = str(e)
    return missing, text

print(fails(200))  # expect: (200, "'super' object has no attribute 'nothing'")

def first_argument(n):
    class Odd(Base):
        def area(self, k=1):
            if k > n // 2: self = k
            return super().area(k)
    t = 0
    for i in range(n): t += Odd(i).area(i)
    return t

try:
    first_argument(300)
except TypeError as e:
    print(e)  # expect: super(type, obj): obj (instance of int) is not an instance or subtype of type (Odd).
