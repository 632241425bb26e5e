print([1, 2] < [1, 3], [1] < [1, 0], [] < [1], [1, 2] == [1, 2], [1, 2] == [1, 2.0], [1] == (1,), [2] > [1, 5])  # expect: True True True True True False True
