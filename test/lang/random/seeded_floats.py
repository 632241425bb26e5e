import random
random.seed(42)
print(random.random(), random.random(), random.random())  # expect: 0.6394267984578837 0.025010755222666936 0.27502931836911926
random.seed(0)
print([random.random() for _ in range(3)])  # expect: [0.8444218515250481, 0.7579544029403025, 0.420571580830845]
random.seed(123456789012345678901234567890)
print(random.random())  # expect: 0.7275084571578186
random.seed(-5)
print(random.random())  # expect: 0.6229016948897019
