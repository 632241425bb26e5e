for x in (1, 2):
    print(x)  # expect: 1
    # expect: 2
for x in "ab":
    print(x)  # expect: a
    # expect: b
for x in {"k": 1}:
    print(x)  # expect: k
for x in iter([5]):
    print(x)  # expect: 5
for x in b"hi":
    print(x)  # expect: 104
    # expect: 105
for x in map(abs, [-1]):
    print(x)  # expect: 1
