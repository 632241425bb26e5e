r = range(1, 10, 2)
print(r.start, r.stop, r.step, hash(range(0)) == hash(range(5, 5)), range(3) != range(4), bool(range(0)), 2.0 in range(5), "a" in range(3))  # expect: 1 10 2 True True False True False
