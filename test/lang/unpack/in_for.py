for i, (a, b) in enumerate([(1, 2), (3, 4)]):
    print(i, a, b)  # expect: 0 1 2
    # expect: 1 3 4
for a, *rest in ["abc", "de"]:
    print(a, rest)  # expect: a ['b', 'c']
    # expect: d ['e']
for k, v in {"x": 1}.items():
    print(k, v)  # expect: x 1
