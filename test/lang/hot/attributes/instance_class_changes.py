class A:
    def v(self):
        return 1
class B:
    def v(self):
        return 2
x = A()
total = 0
for i in range(1200):
    if i == 600:
        x.__class__ = B
    total += x.v()
print(total)  # expect: 1800
