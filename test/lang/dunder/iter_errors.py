class A:
    pass
class B:
    def __iter__(self):
        return 5
for x in (A(), B(), 5, None):
    try:
        for _ in x:
            pass
    except TypeError as e:
        print(e)  # expect: 'A' object is not iterable
        # expect: iter() returned non-iterator of type 'int'
        # expect: 'int' object is not iterable
        # expect: 'NoneType' object is not iterable
try:
    next([1])
except TypeError as e:
    print(e)  # expect: 'list' object is not an iterator
