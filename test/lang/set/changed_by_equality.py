# sets changed by __eq__ while they are searched
class Bad:
    def __init__(self, s): self.s = s
    def __eq__(self, o):
        self.s.clear(); return False
    def __hash__(self): return 3
for op in ('__and__','__or__','__sub__','__xor__','issubset','__eq__','__le__','isdisjoint','intersection_update','difference_update','symmetric_difference_update','update'):
    a=set(); b=set()
    for i in range(3): a.add(Bad(b) if i else 3); b.add(Bad(a) if i else 11)
    a={Bad(b), 3, 'x'}; b={Bad(a), 4, 'y'}
    for k in list(a):
        if isinstance(k, Bad): k.s=b
    for k in list(b):
        if isinstance(k, Bad): k.s=a
    try: r=getattr(a,op)(b); print(op, type(r).__name__)  # expect: __and__ set
    except Exception as e: print(op, type(e).__name__, e)
    for c in (a,b):
        try: Bad(c) in c; c.add(Bad(c)); c.discard(Bad(c)); print(len(c))  # expect: 0
        # expect: 0
        # expect: __or__ set
        # expect: 0
        # expect: 0
        # expect: __sub__ set
        # expect: 0
        # expect: 0
        # expect: __xor__ set
        # expect: 0
        # expect: 0
        # expect: issubset bool
        # expect: 0
        # expect: 0
        # expect: __eq__ bool
        # expect: 0
        # expect: 0
        # expect: __le__ bool
        # expect: 0
        # expect: 0
        # expect: isdisjoint bool
        # expect: 0
        # expect: 0
        # expect: intersection_update NoneType
        # expect: 0
        # expect: 0
        # expect: difference_update NoneType
        # expect: 0
        # expect: 0
        # expect: symmetric_difference_update NoneType
        # expect: 0
        # expect: 0
        # expect: update NoneType
        # expect: 0
        # expect: 0
        except Exception as e: print(type(e).__name__, e)
