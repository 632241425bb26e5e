a = [1]
for f in (lambda: a.remove(5), lambda: a.index(5), lambda: a.pop(3), lambda: [].pop(), lambda: a.extend(3), lambda: a + (1,)):
    try:
        f()
    except (ValueError, IndexError, TypeError) as e:
        print(type(e).__name__, e)  # expect: ValueError list.remove(x): x not in list
        # expect: ValueError 5 is not in list
        # expect: IndexError pop index out of range
        # expect: IndexError pop from empty list
        # expect: TypeError 'int' object is not iterable
        # expect: TypeError can only concatenate list (not "tuple") to list
