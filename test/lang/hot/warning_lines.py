# The line of a warning is that of the caller it is for, compiled or not.
import warnings


def told(message, category, filename, lineno, file=None, line=None):
    lines.append(lineno)


warnings.showwarning = told
warnings.simplefilter('always')
lines = []


def deprecated():
    z = 2
    warnings.warn('old', stacklevel=2)


def direct():
    y = 1
    warnings.warn('here')


def use():
    z = 3
    deprecated()
    direct()
    return z


def outer(n):
    t = 0
    for i in range(n):
        use()
        t += ~True if i else ~False
    return t


for k in range(20): outer(5)
print(len(lines), sorted(set(lines)))  # expect: 200 [21, 26]
