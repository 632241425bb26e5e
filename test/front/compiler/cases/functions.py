"""Functions: defaults, decorators, docstrings, lambdas, names."""
def plain():
    """   Doc with
          an indented line

        and another
    """
    return

def all_kinds(a, b=1, /, c=2, *args, d, e=3, **kw) -> None:
    return a, b, c, args, d, e, kw

def annotated(a: int, /, b: 'str', *args: *Ts, c: list[int] = [], **kw: dict) -> tuple[int, ...]: ...

@decorator
@other.decorator(1, x=2)
def decorated():
    pass

def many_locals():
    a0 = a1 = a2 = a3 = a4 = a5 = a6 = a7 = a8 = a9 = a10 = a11 = a12 = a13 = a14 = a15 = a16 = 0
    return a0 + a1, a15 + a16, a14 + a15

def maybe_unbound(flag):
    if flag:
        x = 1
    print(x)
    print(x)
    del x
    return x

def over_64(x):
    if x:
        v0=v1=v2=v3=v4=v5=v6=v7=v8=v9=v10=v11=v12=v13=v14=v15=v16=v17=v18=v19=v20=v21=v22=v23=v24=v25=v26=v27=v28=v29=v30=0
        v31=v32=v33=v34=v35=v36=v37=v38=v39=v40=v41=v42=v43=v44=v45=v46=v47=v48=v49=v50=v51=v52=v53=v54=v55=v56=v57=v58=0
        v59=v60=v61=v62=v63=v64=v65=v66=0
    print(v0, v66)
    if v66:
        v65 += v66
    return v65

square = lambda x, *, y=2: x ** y
constant = lambda: None
nothing = lambda *a, **k: (a, k)

def nested_constants():
    return 1 if True else 2

def returns(x):
    if x:
        return x
    else:
        return (
            1
        )

def early(x):
    if not x: return
    for i in x:
        if i: return i
    while x:
        return None

def uses_globals():
    global g
    g = 1
    g += 1
    del g
    return len(g)

def deletes(a, b):
    del a.x, b[0], b[1:2], (a, b)

def asserts(x):
    assert x
    assert x, "message"
    assert x > 1 and x < 2, (x, 1)

def raises(x):
    if x: raise
    if not x: raise ValueError
    raise ValueError(x) from None

def unreachable():
    return 1
    print(2)
    while True:
        pass

def debug():
    if __debug__:
        print(1)
    return __debug__
