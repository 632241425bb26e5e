class Bad:
    def __bool__(self):
        return 1
try:
    if Bad():
        pass
except TypeError as e:
    print(e)  # expect: __bool__ should return bool, returned int
