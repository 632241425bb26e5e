print((1, 2) < (1, 3), (1, 2) == (1, 2.0), hash((1, 2)) == hash((1.0, 2)), {(1, 2): "x"}[1, 2], (1,) < (1, 0), () < (0,))  # expect: True True True x True True
try:
    hash(([],))
except TypeError as e:
    print(e)  # expect: unhashable type: 'list'
