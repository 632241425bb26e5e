def literals(x):
    match x:
        case 1: a
        case -1.5: b
        case 1 + 2j: c
        case "s" | b"b": d
        case None: e
        case True: f
        case A.B: g
        case _: h

def captures(x):
    match x:
        case y if y > 1: return y
        case (1 | 2) as z: return z
        case y: return -y

def sequences(x):
    match x:
        case []: 0
        case [a]: 1
        case [a, 1]: 2
        case [a, *b]: 3
        case [a, *_, b]: 4
        case [*_]: 5
        case (_, _): 6
        case [[a, b], [c, *d]] if a: 7
        case 1, 2, *rest: 8

def mappings(x):
    match x:
        case {}: 0
        case {"a": 1}: 1
        case {"a": a, A.B: b}: 2
        case {"a": [a, b], **rest}: 3
        case {**rest}: 4

def classes(x):
    match x:
        case A(): 0
        case A(1, b): 1
        case A.B(a, x=1, y=c): 2
        case A(_, _): 3
        case int(n) | str(n): 4
        case A(b=B(c=[d, e])): 5

def alternatives(x):
    match x:
        case [a, b] | [b, a, _]: a, b
        case {"x": a, "y": b, "z": c} | [c, b, a]: a, b, c

def only_wildcard(x):
    match x:
        case _: pass

def single(x):
    match x:
        case 1 if x: pass

def default_guard(x):
    match x, 1:
        case 1, 2: return 1
        case _ if x: return 2
    return 3
