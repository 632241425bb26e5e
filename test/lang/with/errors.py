class A:
    pass
class B:
    def __enter__(self):
        return 1
for x in (A(), B(), 5):
    try:
        with x:
            pass
    except TypeError as e:
        print(e)  # expect: 'A' object does not support the context manager protocol
        # expect: 'B' object does not support the context manager protocol (missed __exit__ method)
        # expect: 'int' object does not support the context manager protocol
class E:
    def __enter__(self):
        raise KeyError("enter")
    def __exit__(self, *a):
        print("not called")
try:
    with E():
        pass
except KeyError as e:
    print(e)  # expect: 'enter'
