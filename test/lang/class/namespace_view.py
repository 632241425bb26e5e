"""The view of a class's namespace follows the class, and looks up keys of any kind."""
import types


class A:
    x = 1


d = A.__dict__
print(d['x'], d.get('x'), d.get('y'), d.get('y', 3), 'x' in d, 'y' in d, 1 in d, d.get(1))  # expect: 1 1 None 3 True False False None
A.x = 2
print(d['x'])  # expect: 2
del A.x
print('x' in d)  # expect: False
for f in (lambda: d['x'], lambda: d[1], lambda: d[[]], lambda: d.get([]), lambda: [] in d):
    try:
        print(f())
    except (KeyError, TypeError) as e:
        print(repr(e))  # expect: KeyError('x')
        # expect: KeyError(1)
        # expect: TypeError("unhashable type: 'list'")
        # expect: TypeError("unhashable type: 'list'")
        # expect: TypeError("unhashable type: 'list'")


class S(str):
    def __hash__(self):
        return hash('zz')


A.zz = 5
print(d.get(S('q')), S('zz') in d, d[S('zz')])  # expect: None True 5


class B(A):
    pass


print('zz' in B.__dict__, B.__dict__.get('zz', 4), '__weakref__' in d)  # expect: False 4 True
m = types.MappingProxyType({'a': 1})
print(m['a'], m.get('b'), m.get('b', 2), 'a' in m)  # expect: 1 None 2 True
