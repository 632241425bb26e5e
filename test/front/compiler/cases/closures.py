def outer(a, b):
    c = 1
    def inner(d):
        nonlocal c
        c += a
        def innermost():
            return a, b, c, d
        return innermost
    def recursive(n):
        return recursive(n - 1) if n else c
    del b
    return inner, recursive

def cell_argument(x):
    def get(): return x
    x = 2
    return get

def loop_closure():
    for i in range(3):
        yield lambda: i

class C:
    x = 1
    def method(self):
        def helper():
            return self, __class__, x
        return helper
    def other(self):
        return super().other()
    def explicit(self):
        return super(C, self).explicit(1, x=2)
    def attribute(self):
        return super().attr, super(C, self).attr.b, super().__class__
    def __private(self, __arg):
        __local = self.__attr
        return __local, __arg, __name__
    @staticmethod
    def no_self():
        return super()

def with_comprehension(a):
    x = 1
    fs = [lambda: x + y for y in a]
    return fs, [x for x in a], x

def class_in_function(a):
    class D:
        a = a
        b = [a for _ in range(2)]
        def m(self): return a
    return D

def global_in_nested():
    global z
    z = 1
    def f():
        return z
    return f

def outermost():
    x = 1
    def middle():
        class K:
            y = x
            def m(self): return x
        return K
    return middle
