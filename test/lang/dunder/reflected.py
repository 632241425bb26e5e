class R:
    def __radd__(self, o):
        return f"radd {o}"
    def __rsub__(self, o):
        return f"rsub {o}"
    def __rmod__(self, o):
        return f"rmod {o}"
    def __rpow__(self, o):
        return f"rpow {o}"
    def __rfloordiv__(self, o):
        return f"rfloordiv {o}"
print(1 + R(), 2.5 - R(), "x" + R(), [] + R() if False else 3 % R(), 2 ** R(), 7 // R())  # expect: radd 1 rsub 2.5 radd x rmod 3 rpow 2 rfloordiv 7
