import random
random.seed(1)
xs = list(range(10))
random.shuffle(xs)
print(xs, random.choice("abcdef"), random.sample(range(100), 5), random.choices([1, 2, 3], k=5), random.choices("ab", weights=[9, 1], k=6), random.sample([1, 2, 3], 3))  # expect: [6, 8, 9, 7, 5, 3, 0, 4, 1, 2] b [12, 62, 3, 49, 55] [2, 3, 3, 1, 3] ['a', 'a', 'a', 'a', 'a', 'a'] [2, 1, 3]
