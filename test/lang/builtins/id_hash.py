a = []
b = a
print(id(a) == id(b), id(a) == id([]) if False else True, hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)), hash(None) == hash(None), hash(True), hash(2 ** 61 - 1), hash(2 ** 61), hash(-1), hash(-2), hash(10 ** 20))  # expect: True True True True True 1 0 1 -2 -2 848750603811160107
try:
    hash([])
except TypeError as e:
    print(e)  # expect: unhashable type: 'list'
