# Code made for floats is called with an int and raises: one line of the traceback for each frame.
import traceback


class Ctx:
    def __enter__(self): return 0
    def __exit__(self, t, v, tb): pass


class A:
    def bump(self, d=1):
        self.x = d
        return 0


class B(A): pass
class C(A): pass


def tell(target):
    thing = B()
    with Ctx():
        pass
    thing.bump(3.0)
    target.bump(0)


for _ in range(3):
    try:
        tell(C)
    except AttributeError as e:
        print(e, [entry.lineno for entry in traceback.extract_tb(e.__traceback__)])  # expect: 'int' object has no attribute 'x' and no __dict__ for setting new attributes [30, 25, 12]
        # expect: 'int' object has no attribute 'x' and no __dict__ for setting new attributes [30, 25, 12]
        # expect: 'int' object has no attribute 'x' and no __dict__ for setting new attributes [30, 25, 12]


def half(x):
    if x == 'text':
        return traceback.extract_stack()[-2:]
    return x / 2


for k in range(1500):
    half(0.5 + k)
for k in range(60):
    half(k)
print(half(3), half(2.5), [entry.name for entry in half('text')])  # expect: 1.5 1.25 ['<module>', 'half']
