class A:
    pass
def f():
    class Local:
        pass
    return Local
print(A, f(), [A, int], str(A), type, object)  # expect: <class '__main__.A'> <class '__main__.f.<locals>.Local'> [<class '__main__.A'>, <class 'int'>] <class '__main__.A'> <class 'type'> <class 'object'>
