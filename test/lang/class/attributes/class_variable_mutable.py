class A:
    items = []
    def add(self, x):
        self.items.append(x)
a, b = A(), A()
a.add(1)
b.add(2)
print(a.items, b.items is a.items)  # expect: [1, 2] True
