s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(5), [0, 1, 2, 3, 4][s], "abcdefgh"[slice(None, -2)], slice(3) == slice(None, 3, None))  # expect: slice(1, 10, 2) 1 10 2 (1, 5, 2) [1, 3] abcdef True
