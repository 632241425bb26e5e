class C:
    def __init__(self, swallow):
        self.swallow = swallow
    def __enter__(self):
        return self
    def __exit__(self, t, v, tb):
        print("exit", t.__name__ if t else None, v)
        return self.swallow
with C(True):  # expect: exit ZeroDivisionError division by zero
    1 / 0
print("continued")  # expect: continued
try:
    with C(False):  # expect: exit ValueError v
        raise ValueError("v")
except ValueError as e:
    print("outer", e)  # expect: outer v
