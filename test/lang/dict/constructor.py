print(dict(), dict(a=1, b=2), dict([(1, 2), (3, 4)]), dict({1: 2}, c=3), dict(zip("ab", [1, 2])))  # expect: {} {'a': 1, 'b': 2} {1: 2, 3: 4} {1: 2, 'c': 3} {'a': 1, 'b': 2}
for bad in ([1], [(1, 2, 3)], 5):
    try:
        dict(bad)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)  # expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
        # expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
        # expect: TypeError 'int' object is not iterable
