class C:
    entered = left = 0
    def __enter__(self):
        C.entered += 1
        return self
    def __exit__(self, t, v, tb):
        C.left += 1
        return t is KeyError
total = 0
for i in range(600):
    with C() as c:
        total += i
        if i % 6 == 0:
            raise KeyError
        total += 1
print(total, C.entered, C.left)  # expect: 180200 600 600
