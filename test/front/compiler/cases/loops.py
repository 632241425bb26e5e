def whiles(a):
    while a:
        a -= 1
        if a == 3: continue
        if a == 5: break
    else:
        print("else")
    while True:
        if a: break
    while 1: pass

def whiles_complex(a, b, c):
    while a < b < c and not (a or b):
        a += 1
    while not a:
        while b: c
    while (a if b else c): pass

def fors(xs):
    for x in xs:
        for y in x:
            if y: continue
            if x: break
        else:
            return x
    else:
        print(1)
    for i, (j, *k) in xs: pass
    for x.attr in xs: pass
    for x[0] in xs: x
    for c in "abc": pass
    for c in [1, 2, 3]: pass
    for c in {1, 2, 3}: pass
    for c in [xs, 1]: pass
    for c in (): pass

def empty_loop():
    for _ in range(3):
        pass

def nested_exits(a):
    for x in a:
        with x:
            try:
                if x.a: continue
                if x.b: break
                return x
            finally:
                print(x)
        while x:
            try:
                break
            except E:
                continue

def multiline(
    a
):
    for (
        x
    ) in (
        a
    ):
        print(
            x
        )

def conditions(a, b, c):
    if a and b or c: x = 1
    elif not (a or b): x = 2
    elif a is None or b is not None: x = 3
    elif a is not b: x = 4
    elif a in b and c not in a: x = 5
    else: x = 6
    if a:
        if b:
            pass
        else:
            return 1
    y = a and b or c
    z = not a
    w = not not a
    v = a if not b else c
    u = a < b < c < 4
    if None is a: pass
    if 0: dead
    if 1: live
    if "": dead
    if (): dead
    return x, y, z, w, v, u, None if a is None else b
