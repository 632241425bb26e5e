# Calls of literals, which are no functions.
import warnings

FUNCTIONS = '''
def of_int():
    try:
        return (2)()
    except TypeError as e:
        return str(e)


def of_others():
    out = []
    for i in range(3):
        try:
            (-1)(i)
        except TypeError as e:
            out.append(str(e))
        try:
            (1.5)(i, 2)
        except TypeError as e:
            out.append(str(e))
        try:
            "text"(k=i)
        except TypeError as e:
            out.append(str(e))
        try:
            None()
        except TypeError as e:
            out.append(str(e))
    return out
'''
with warnings.catch_warnings():
    # The compiler warns of each.
    warnings.simplefilter('ignore')
    exec(FUNCTIONS, globals())

for _ in range(3):
    print(of_int())  # expect: 'int' object is not callable
    # expect: 'int' object is not callable
    # expect: 'int' object is not callable
print(of_others()[-4:])  # expect: ["'int' object is not callable", "'float' object is not callable", "'str' object is not callable", "'NoneType' object is not callable"]


# What is no iterator is an argument that cannot be searched; what else `__iter__` raises is raised.
class Wrong:
    def __init__(self, made):
        self.made = made

    def __iter__(self):
        if isinstance(self.made, Exception):
            raise self.made
        return self.made


for made in (1, TypeError('mine'), ValueError('mine')):
    try:
        print(1 in Wrong(made))
    except Exception as e:
        print(type(e).__name__, e)  # expect: TypeError argument of type 'Wrong' is not iterable
        # expect: TypeError argument of type 'Wrong' is not iterable
        # expect: ValueError mine
for call in (lambda: int(1, 2, 3), lambda: str(1, 2, 3, 4), lambda: int.__new__(int, 1, 2, 3)):
    try:
        print(call())
    except TypeError as e:
        print(e)  # expect: int expected at most 2 arguments, got 3
        # expect: str expected at most 3 arguments, got 4
        # expect: int() takes at most 2 arguments (3 given)
