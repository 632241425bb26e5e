class C:
    def __enter__(self):
        return self
    def __exit__(self, *a):
        raise RuntimeError("from exit")
try:
    with C():
        raise ValueError("body")
except RuntimeError as e:
    print(e, repr(e.__context__))  # expect: from exit ValueError('body')
