print(list("abc"), list(range(3)), list((1, 2)), list({"a": 1, "b": 2}), list(), list(map(str, [1, 2])))  # expect: ['a', 'b', 'c'] [0, 1, 2] [1, 2] ['a', 'b'] [] ['1', '2']
try:
    list(5)
except TypeError as e:
    print(e)  # expect: 'int' object is not iterable
