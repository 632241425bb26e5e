import random
a, b = random.Random(5), random.Random(5)
print(a.random() == b.random(), a.randint(0, 9) == b.randint(0, 9))  # expect: True True
state = a.getstate()
x = a.random()
a.setstate(state)
print(x == a.random(), len(state), len(state[1]))  # expect: True 3 625
