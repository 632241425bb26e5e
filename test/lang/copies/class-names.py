class Sequence: pass
class Mapping: pass
for x in (Sequence(), Mapping()):
    match x:
        case [*_]: print('sequence')
        case {}: print('mapping')
        case _: print('neither')  # expect: neither
        # expect: neither
class F(float):
    def __neg__(self): return 'neg'
F.__name__ = 'float'
print(-F(1.5))  # expect: neg
real = StopIteration
class StopIteration(Exception): pass
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration('mine')
def outer():
    r = yield from It()
    print('swallowed', r)
try: list(outer())
except StopIteration as e: print('raised', e)  # expect: raised mine
def closing():
    try: yield 1
    except GeneratorExit: raise StopIteration('from close')
g = closing()
next(g)
try: print(g.close())
except StopIteration as e: print('raised', e)  # expect: raised from close
