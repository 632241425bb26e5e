# what both texts had wrong: items of objects without them, in-place operators of classes made by `class`
class SetOnly:
    def __setitem__(self, k, v): pass
class DelOnly:
    def __delitem__(self, k): pass
class Nothing: pass
class Index:
    def __index__(self): print('index'); return 1
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def drop(o, k): del o[k]
def store(o, k): o[k] = 1
for o in (SetOnly(), DelOnly(), Nothing(), 'ab', (1, 2), 5, None, range(3)):
    for k in (0, 'k', 10**30, Index()):
        attempt(lambda: drop(o, k))  # expect: AttributeError __delitem__
        attempt(lambda: store(o, k))  # expect: None
        # expect: AttributeError __delitem__
        # expect: None
        # expect: AttributeError __delitem__
        # expect: None
        # expect: AttributeError __delitem__
        # expect: None
        # expect: None
        # expect: AttributeError __setitem__
        # expect: None
        # expect: AttributeError __setitem__
        # expect: None
        # expect: AttributeError __setitem__
        # expect: None
        # expect: AttributeError __setitem__
        # expect: TypeError 'Nothing' object doesn't support item deletion
        # expect: TypeError 'Nothing' object does not support item assignment
        # expect: TypeError 'Nothing' object does not support item deletion
        # expect: TypeError 'Nothing' object does not support item assignment
        # expect: IndexError cannot fit 'int' into an index-sized integer
        # expect: IndexError cannot fit 'int' into an index-sized integer
        # expect: index
        # expect: TypeError 'Nothing' object doesn't support item deletion
        # expect: index
        # expect: TypeError 'Nothing' object does not support item assignment
        # expect: TypeError 'str' object doesn't support item deletion
        # expect: TypeError 'str' object does not support item assignment
        # expect: TypeError 'str' object does not support item deletion
        # expect: TypeError 'str' object does not support item assignment
        # expect: IndexError cannot fit 'int' into an index-sized integer
        # expect: IndexError cannot fit 'int' into an index-sized integer
        # expect: index
        # expect: TypeError 'str' object doesn't support item deletion
        # expect: index
        # expect: TypeError 'str' object does not support item assignment
        # expect: TypeError 'tuple' object doesn't support item deletion
        # expect: TypeError 'tuple' object does not support item assignment
        # expect: TypeError 'tuple' object does not support item deletion
        # expect: TypeError 'tuple' object does not support item assignment
        # expect: IndexError cannot fit 'int' into an index-sized integer
        # expect: IndexError cannot fit 'int' into an index-sized integer
        # expect: index
        # expect: TypeError 'tuple' object doesn't support item deletion
        # expect: index
        # expect: TypeError 'tuple' object does not support item assignment
        # expect: TypeError 'int' object does not support item deletion
        # expect: TypeError 'int' object does not support item assignment
        # expect: TypeError 'int' object does not support item deletion
        # expect: TypeError 'int' object does not support item assignment
        # expect: TypeError 'int' object does not support item deletion
        # expect: TypeError 'int' object does not support item assignment
        # expect: TypeError 'int' object does not support item deletion
        # expect: TypeError 'int' object does not support item assignment
        # expect: TypeError 'NoneType' object does not support item deletion
        # expect: TypeError 'NoneType' object does not support item assignment
        # expect: TypeError 'NoneType' object does not support item deletion
        # expect: TypeError 'NoneType' object does not support item assignment
        # expect: TypeError 'NoneType' object does not support item deletion
        # expect: TypeError 'NoneType' object does not support item assignment
        # expect: TypeError 'NoneType' object does not support item deletion
        # expect: TypeError 'NoneType' object does not support item assignment
        # expect: TypeError 'range' object doesn't support item deletion
        # expect: TypeError 'range' object does not support item assignment
        # expect: TypeError 'range' object does not support item deletion
        # expect: TypeError 'range' object does not support item assignment
        # expect: IndexError cannot fit 'int' into an index-sized integer
        # expect: IndexError cannot fit 'int' into an index-sized integer
        # expect: index
        # expect: TypeError 'range' object doesn't support item deletion
        # expect: index
        # expect: TypeError 'range' object does not support item assignment
class L(list): pass
class R:
    def __radd__(self, o): return 'radd'
    def __rmul__(self, o): return 'rmul'
    def __iter__(self): return iter('xy')
def add(a, b): a += b; return a
def mul(a, b): a *= b; return a
class M:
    def __imul__(self, o): return NotImplemented
    def __mul__(self, o): return NotImplemented
class I(int): pass
for a, b in ((L([1]), R()), ([1], R()), (I(2), 'ab'), (2, 'ab'), (M(), 'ab'), ({}, 'ab'), (I(2), [1])):
    attempt(lambda: add(a, b))  # expect: [1, 'x', 'y']
    attempt(lambda: mul(a, b))  # expect: rmul
    # expect: radd
    # expect: rmul
    # expect: TypeError unsupported operand type(s) for +=: 'I' and 'str'
    # expect: TypeError unsupported operand type(s) for *=: 'I' and 'str'
    # expect: TypeError unsupported operand type(s) for +=: 'int' and 'str'
    # expect: abab
    # expect: TypeError unsupported operand type(s) for +=: 'M' and 'str'
    # expect: TypeError unsupported operand type(s) for *=: 'M' and 'str'
    # expect: TypeError unsupported operand type(s) for +=: 'dict' and 'str'
    # expect: TypeError unsupported operand type(s) for *=: 'dict' and 'str'
    # expect: TypeError unsupported operand type(s) for +=: 'I' and 'list'
    # expect: TypeError unsupported operand type(s) for *=: 'I' and 'list'
class S:
    __slots__ = 'a'
attempt(lambda: S().a)  # expect: AttributeError 'S' object has no attribute 'a'
attempt(lambda: attempt.__call__.missing)  # expect: AttributeError 'method-wrapper' object has no attribute 'missing'
attempt(lambda: b'a' < memoryview(b'b'))  # expect: TypeError '<' not supported between instances of 'bytes' and 'memoryview'
attempt(lambda: b'a' < bytearray(b'b'))  # expect: True
