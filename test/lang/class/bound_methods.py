class A:
    def f(self, x):
        return self.k * x
a = A()
a.k = 3
m = a.f
print(m(5), list(map(a.f, [1, 2])), m.__self__ is a, m == a.f, A.f(a, 2))  # expect: 15 [3, 6] True True 6
a.f = lambda x: "instance"
print(a.f(1), m(1))  # expect: instance 3
