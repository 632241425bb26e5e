class C:
    def __init__(self, s): self.s = s
    def __add__(self, o): return C(self.s + (o.s if isinstance(o, C) else str(o)))
    def __radd__(self, o): return C(str(o) + self.s)
    def __str__(self): return '<' + self.s + '>'
c, d = C('c'), C('d')
for i in range(200):
    x = '0' + 'a' + 'b' + c + d + 'e' + 'f' + 'g' + str(i)
print(x, type(x).__name__)  # expect: <0abcdefg199> C
class N(int):
    def __radd__(self, o): return N(int(o) + int(self) + 1000)
    def __rsub__(self, o): return 'rsub'
    def __mul__(self, o): return NotImplemented
    def __eq__(self, o): return 'eq'
    __hash__ = int.__hash__
s = 0
for i in range(300): s = s + (N(i) if i % 100 == 99 else i)
print(s, type(s).__name__, 5 - N(3), (N(3) * 2 if False else 0), N(1) == 1, 1 == N(1), [N(2)].index(2))  # expect: 47850 N rsub 0 eq eq 0
try: print(N(2) * 3)  # expect: 6
except TypeError as e: print(e)
class F(float):
    def __add__(self, o): return F(float(self) + float(o) + 0.5)
a = F(0)
for i in range(250): a += 1
print(a, type(a).__name__, 1 + F(1), sum([F(1), F(1)]), sum([F(1)], F(2)))  # expect: 375.0 F 2.0 2.0 3.5
class S(str):
    def __mod__(self, o): return 'mod'
    def __add__(self, o): return 'plus'
print(S('%d') % 1, S('a') + 'b', 'a' + S('b'), ''.join([S('x'), 'y']), f'{S("q")!r}')  # expect: mod plus ab xy 'q'
try: '' + 5
except TypeError as e: print(e)  # expect: can only concatenate str (not "int") to str
try: 5 + ''
except TypeError as e: print(e)  # expect: unsupported operand type(s) for +: 'int' and 'str'
try: [] + ()
except TypeError as e: print(e)  # expect: can only concatenate list (not "tuple") to list
