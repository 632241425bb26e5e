f = frozenset([1, 2])
print(f == {1, 2}, {f: 1}[frozenset([2, 1])], hash(f) == hash(frozenset([2, 1])), sorted(f | {3}), type(f | {3}).__name__, type({3} | f).__name__)  # expect: True 1 True [1, 2, 3] frozenset set
try:
    f.add(3)
except AttributeError as e:
    print(e)  # expect: 'frozenset' object has no attribute 'add'
try:
    {set()}
except TypeError as e:
    print(e)  # expect: unhashable type: 'set'
