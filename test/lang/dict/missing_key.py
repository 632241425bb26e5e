d = {1: 2}
for k in ("x", 5, (1, 2), None, 2.5):
    try:
        d[k]
    except KeyError as e:
        print(repr(e), e)  # expect: KeyError('x') 'x'
        # expect: KeyError(5) 5
        # expect: KeyError((1, 2)) (1, 2)
        # expect: KeyError(None) None
        # expect: KeyError(2.5) 2.5
try:
    del d["y"]
except KeyError as e:
    print(e)  # expect: 'y'
