class A:
    def __new__(cls, *args):
        print("new", args)
        return super().__new__(cls)
    def __init__(self, *args):
        print("init", args)
A(1, 2)  # expect: new (1, 2)
# expect: init (1, 2)
class Even(int):
    def __new__(cls, n):
        return super().__new__(cls, n - n % 2)
print(Even(7), Even(7) + 1)  # expect: 6 7
