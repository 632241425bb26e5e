print([*range(3), *"ab", 9], [*[], *()])  # expect: [0, 1, 2, 'a', 'b', 9] []
