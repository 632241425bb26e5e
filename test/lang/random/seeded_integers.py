import random
random.seed(7)
print([random.randint(1, 6) for _ in range(10)], [random.randrange(100) for _ in range(5)], random.randrange(10, 20, 3), random.randrange(10 ** 20), random.getrandbits(5), random.getrandbits(40), random.getrandbits(100))  # expect: [3, 2, 4, 6, 1, 1, 5, 1, 3, 5] [7, 64, 27, 4, 11] 19 19735349227695199387 2 466223197902 124028019910958902664300191158
