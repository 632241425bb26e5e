# Operators as methods written in Python: NotImplemented, reflected and in-place forms, errors, changes.
import traceback


class V:
    def __init__(self, x):
        self.x = x

    def __add__(self, o):
        if isinstance(o, V):
            return V(self.x + o.x)
        return NotImplemented

    def __radd__(self, o):
        return V(o * 100 + self.x)

    def __sub__(self, o):
        return V(self.x - o.x)

    def __mul__(self, k):
        return V(self.x * k) if type(k) is not str else NotImplemented

    def __iadd__(self, o):
        if o is None:
            return NotImplemented
        self.x += o if not isinstance(o, V) else o.x
        return self

    def __matmul__(self, o):
        return self.x * o.x


class R:
    def __radd__(self, o):
        return "radd", type(o).__name__

    def __rmul__(self, o):
        return NotImplemented


class W(V):
    def __radd__(self, o):
        return V(-1)


def sums(n):
    t = V(0)
    for i in range(n):
        t = t + V(i) - V(1)
        t += 2
        t += V(0.5)
    return t.x, V(2) @ V(3)


print(sums(400))  # expect: (80400.0, 6)


def mixed(n):
    out = {}
    others = [V(1), R(), W(2), V(3), 5]
    for i in range(n):
        y = others[i // 60 % len(others)]
        try:
            r = V(i) + y
            key = type(r).__name__ + (f"{r.x < 0}" if isinstance(r, V) else str(r))
        except TypeError as e:
            key = str(e)
        out[key] = out.get(key, 0) + 1
    return sorted(out.items())


print(mixed(600))  # expect: [('VFalse', 240), ('VTrue', 120), ("tuple('radd', 'V')", 120), ("unsupported operand type(s) for +: 'V' and 'int'", 120)]


def reflected(n):
    t = 0
    for i in range(n):
        t += (i + V(1)).x
    return t


print(reflected(300))  # expect: 4485300


def refused(n):
    counts = {}
    for i in range(n):
        v = V(i)
        for y in ("s", None, R()):
            try:
                if y is None:
                    v += y
                else:
                    v * y
            except TypeError as e:
                counts[str(e)] = counts.get(str(e), 0) + 1
    return sorted(counts.items())


print(refused(150))  # expect: [("can't multiply sequence by non-int of type 'V'", 150), ("unsupported operand type(s) for *: 'int' and 'R'", 150), ("unsupported operand type(s) for +=: 'V' and 'NoneType'", 150)]


class Fails:
    def __init__(self, at):
        self.at = at

    def __add__(self, i):
        if i == self.at:
            raise ValueError(f"no {i}")
        return i * 2


def fails(n, at):
    f = Fails(at)
    t = 0
    try:
        for i in range(n):
            t += f + i
    except ValueError as e:
        lines = [(s.name, s.lineno - fails.__code__.co_firstlineno, s.line) for s in traceback.extract_tb(e.__traceback__)]
        return t, str(e), lines
    return t


print(fails(300, 1000))  # expect: 89700
print(fails(300, 250))  # expect: (62250, 'no 250', [('fails', 5, 't += f + i'), ('__add__', -4, 'raise ValueError(f"no {i}")')])


def unsupported(n):
    v = V(1)
    try:
        for i in range(n):
            r = v * (2 if i < n - 5 else "x")
    except TypeError as e:
        return i, str(e), [(s.name, s.line) for s in traceback.extract_tb(e.__traceback__)]


print(unsupported(300))  # expect: (295, "can't multiply sequence by non-int of type 'V'", [('unsupported', 'r = v * (2 if i < n - 5 else "x")')])


class Odd:
    def __add__(self):
        return 1

    def __sub__(self, o, *rest, k=3):
        return k, rest

    def __mul__(self, o):
        yield o

    __truediv__ = staticmethod(lambda o: ("static", o))
    __floordiv__ = 3

    def __or__(self, o):
        return o if o < 2 else self | (o - 1)

    async def __and__(self, o):
        return o


def odd(n):
    o = Odd()
    out = []
    for i in range(n):
        r = []
        for act in (lambda: o + 1, lambda: o - 2, lambda: list(o * i), lambda: o / 4, lambda: o // 5, lambda: o | 9):
            try:
                r.append(act())
            except TypeError as e:
                r.append(str(e))
        if i == n - 1:
            out = r
    c = o & 1
    c.close()
    return out


print(odd(120))  # expect: ['Odd.__add__() takes 1 positional argument but 2 were given', (3, ()), [119], ('static', 4), "'int' object is not callable", 1]


def changes(n):
    class C:
        def __add__(self, o):
            return 1

    t = 0
    c = C()
    for i in range(n):
        if i == 200:
            C.__add__ = lambda self, o: 10
        if i == 300:
            del C.__add__
            C.__radd__ = lambda self, o: 1000
        try:
            t += c + 1
        except TypeError:
            t += 0.5
        if i == 350:
            C.__iadd__ = lambda self, o: self
            c += 3
    return t, type(c) is C


print(changes(400))  # expect: (1250.0, True)


class I(int):
    def __add__(self, o):
        return I(int.__add__(self, o) + 1)


class F(float):
    def __mul__(self, o):
        return F(float(self) * 2)


def builtins(n):
    i, f = I(0), F(1.0)
    for k in range(n):
        i = i + k
        f = f * k
        if f > 1e6:
            f = F(1.0)
    return i, float(f), type(i).__name__, type(f).__name__


print(builtins(300))  # expect: (45150, 1.0, 'I', 'F')


class Deep:
    def __init__(self, n):
        self.n = n

    def __add__(self, o):
        return o if self.n == 0 else Deep(self.n - 1) + (o + 1)


print([Deep(5) + i for i in range(100)][-1])  # expect: 104


class Endless:
    def __add__(self, o):
        return self + o


for _ in range(3):
    try:
        Endless() + 1
    except RecursionError as e:
        print(type(e).__name__)  # expect: RecursionError
        # expect: RecursionError
        # expect: RecursionError
