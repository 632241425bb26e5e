for a in (17, -17, 0):
    for b in (5, -5):
        q, r = divmod(a, b)
        print(a, b, q, r, q * b + r == a)  # expect: 17 5 3 2 True
        # expect: 17 -5 -4 -3 True
        # expect: -17 5 -4 3 True
        # expect: -17 -5 3 -2 True
        # expect: 0 5 0 0 True
        # expect: 0 -5 0 0 True
