import sys
values = [x for x in range(10)]
sets = {x % 3 for x in values if x if x > 1}
dicts = {k: v for k, v in zip(values, values)}
gen = (x for x in values)
nested = [[y for y in x] for x in values]
double = [(x, y) for x in values for y in [x + 1] if y for z in (y,)]
paths = [sys.path.index(x) for x in values]

def inlined(a, x):
    y = [x for x in a if x not in (1, 2)]
    z = {x: [q for q in y] for x in a}
    return y, z, x, {*[x for x in a], x}

def closures(a):
    return [lambda: x for x in a], (lambda: y for y in a)

def walrus(a):
    return [y := x for x in a if (last := x)], last

def conditional(a):
    return [x if x else -x for x in a if x or not x and a]

def multiline(a):
    return [
        f(x,
          1)
        for x
        in a
        if x
    ]

async def asynchronous(a):
    b = [x async for x in a if await x]
    c = {x: y async for x, y in a for z in x async for w in z}
    d = (x async for x in a)
    e = [await x for x in a]
    return b, c, d, e, (await x for x in a)

class K:
    x = 1
    ys = [x for _ in range(3)]
    zs = [(lambda: x) for x in range(3)]
    ds = {x: __class__ for x in (1, 2)}

def f():
    try:
        [x for x in y]
    except E:
        {x for x in y}
    finally:
        {x: x for x in y}
