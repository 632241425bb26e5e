import random
random.seed(99)
print(random.uniform(2, 5), random.triangular(0, 10, 3), random.randbytes(4))  # expect: 3.211934224830999 2.4499517010031773 b'=\xfd\xc5-'
print(random.gauss(0, 1), random.gauss(0, 1), random.normalvariate(5, 2), random.expovariate(0.5), random.betavariate(2, 3))  # expect: 0.06615056625485849 0.5306793492710333 5.3529735882584415 0.18826160879457435 0.36806550582006325
