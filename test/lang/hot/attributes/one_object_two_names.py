# What is put off under one name is seen under the other.
def pairs(n):
    it = iter(range(n))
    s = 0
    for x in it:
        s += x * next(it, 1)
    return s
print(pairs(1001), pairs(10))  # expect: 166417500 140

def steps(xs):
    it = iter(xs)
    out = []
    for x in it:
        if x % 3 == 0: out.append(next(it, None))
        else: out.append(x)
    return out[:5], len(out)
print(steps(list(range(500))), steps(tuple(range(500))))  # expect: ([1, 2, 4, 5, 7], 333) ([1, 2, 4, 5, 7], 333)

def nested(n):
    it = iter(range(n))
    t = 0
    for a in it:
        for b in it:
            t += a * b
            if b % 7 == 0: break
    return t
print(nested(1000))  # expect: 283931472

def shared():
    n = 0
    def add(): nonlocal n; n += 1; return n
    t = 0
    for i in range(300):
        n += 2
        t += add() + n
    return t, n
print(shared())  # expect: (270900, 900)

def later(k):
    return {n: (lambda: n * k)() for n in range(300)}
print(sum(later(5).values()))  # expect: 224250

def loop_cell(k):
    t = 0
    for n in range(400):
        f = lambda: n * k
        t += f() + n
    return t, f()
print(loop_cell(3))  # expect: (319200, 1197)

class Box: pass
def boxes(n):
    a = Box(); a.v = 0; b = a; c = Box(); c.v = 0.5
    for i in range(n):
        a.v += 1; b.v += 2; c.v += a.v * 0.5
    return a.v, b.v, c.v
print(boxes(500))  # expect: (1500, 1500, 187875.5)
