class A:
    def __enter__(self):
        return "value"
    def __exit__(self, *a):
        print("exit", a)
with A() as v:
    print(v)  # expect: value
    # expect: exit (None, None, None)
