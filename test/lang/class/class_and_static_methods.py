class A:
    count = 0
    @classmethod
    def make(cls, n):
        cls.count += n
        return cls()
    @staticmethod
    def add(a, b):
        return a + b
class B(A):
    pass
print(A.make(2).count, B.make(3).count, A.count, A.add(1, 2), B().add(3, 4))  # expect: 2 5 2 3 7
