import sys

# Recursion: ints that outgrow 2**53, floats, both in turn.
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
for i in range(60): fact(i)
print(fact(5), fact(25), fact(40))  # expect: 120 15511210043330985984000000 815915283247897734345611269596115894272000000000
print(fact(5.0), fact(30.5) > 1e30)  # expect: 120.0 True
for i in range(60): fact(i / 2)
print(fact(6), fact(7.5))  # expect: 720 10557.421875

# A function with a loop: floats first, then ints, then other things.
def norm(x, y, n):
    t = 0
    for i in range(n):
        x, y = x * 0.5 + i, y * 0.25 - i
        if x * y < -50: return -t
        t += x * x + y * y
    return t
def total(k, x, y):
    s = 0
    for i in range(k): s += norm(x, y, i % 7)
    return s
print(total(200, 1.5, 2.5))  # expect: 1905.4714813232422
print(total(200, 1, 2))  # expect: 1805.623779296875
print(total(50, 1.5, 2), total(50, True, 2.5))  # expect: 469.09613037109375 449.141414642334
print(total(20, 2 ** 60, 0.5))  # expect: -3.6553769884085187e+36
try: total(10, 'a', 1.0)
except TypeError as e: print(e)  # expect: can't multiply sequence by non-int of type 'float'

# Closures, nonlocal, cells.
def solver(n):
    count = 0
    def place(row, cols, up, down):
        nonlocal count
        if row == n:
            count += 1
            return
        for c in range(n):
            if c in cols or row + c in up or row - c in down: continue
            place(row + 1, cols | {c}, up | {row + c}, down | {row - c})
    place(0, frozenset(), frozenset(), frozenset())
    return count
print([solver(n) for n in range(1, 7)])  # expect: [1, 0, 0, 2, 10, 4]

# Defaults, keywords, packed arguments.
def walk(n, step=1, *rest, scale=2, **named):
    if n <= 0: return len(rest) + len(named)
    return scale + walk(n - step, step, *rest, scale=scale, **named)
for i in range(40): walk(i, 2, 3, 4, scale=i, k=1)
print(walk(9), walk(9, 3, 1, 2), walk(4, scale=0.5, a=1, b=2))  # expect: 18 8 4.0

# Mutual recursion.
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(sum(even(i % 50) for i in range(400)))  # expect: 200

# What is raised passes through, and is caught on the way.
def dig(n, at):
    if n == at: raise ValueError(n)
    try:
        return 1 + dig(n + 1, at)
    except ValueError:
        if n % 3 == 0: return 0
        raise
print(sum(dig(0, i % 9 + 1) for i in range(300)))  # expect: 891
def bad(n): return 1 // 0 if n == 0 else bad(n - 1) + 1
for i in range(300):
    try: bad(i % 9)
    except ZeroDivisionError as e: tb = e.__traceback__
depth = 0
while tb is not None: depth, tb = depth + 1, tb.tb_next
print(depth)  # expect: 4

# Methods, and a class whose function is replaced while it is hot.
class Tree:
    def __init__(self, depth):
        self.value = depth
        self.kids = [Tree(depth - 1), Tree(depth - 1)] if depth else []
    def sum(self):
        t = self.value
        for k in self.kids: t += k.sum()
        return t
print(Tree(8).sum(), Tree(0).sum())  # expect: 502 0
old = Tree.sum
Tree.sum = lambda self: 1000
print(old(Tree(3)))  # expect: 2003
Tree.sum = old
print(Tree(5).sum())  # expect: 57

# A global function rebound in the middle of its recursion.
def down(n):
    global down
    if n == 3: down = lambda n: 7
    return n if n == 0 else down(n - 1)
keep = down
for i in range(3): down = keep; print(keep(2), keep(10))  # expect: 0 7
# expect: 0 7
# expect: 0 7

# The recursion limit counts compiled frames too.
def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)
for i in range(300): deep(5)
sys.setrecursionlimit(300)
try: deep(1000)
except RecursionError as e: print(e)  # expect: maximum recursion depth exceeded
sys.setrecursionlimit(30000)
print(deep(20000))  # expect: 20000
def forever(n): return forever(n + 1) + 1
sys.setrecursionlimit(500)
for i in range(5):
    try: forever(0)
    except RecursionError as e: print(e)  # expect: maximum recursion depth exceeded
    # expect: maximum recursion depth exceeded
    # expect: maximum recursion depth exceeded
    # expect: maximum recursion depth exceeded
    # expect: maximum recursion depth exceeded
# Unbound locals behind a compiled part.
def maybe(n):
    if n > 3: value = n
    return value if n > 2 else 0
for i in range(300): maybe(i % 2)
try: maybe(3)
except UnboundLocalError as e: print(e)  # expect: cannot access local variable 'value' where it is not associated with a value
print(maybe(4))  # expect: 4
# Cells and packed keywords made for a call that is not taken in.
def keep(x, *rest, **named):
    t = 0
    for i in range(3): t += sum(map(lambda y: y + x + len(named), rest))
    return t, named
for i in range(200): r = keep(i, 1, 2, a=i, b='c')
print(r)  # expect: (1215, {'a': 199, 'b': 'c'})
