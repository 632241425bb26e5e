class A:
    def __del__(self):
        pass
    def __repr__(self):
        return "A!"
print(A())  # expect: A!
