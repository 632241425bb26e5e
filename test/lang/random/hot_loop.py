import random
random.seed(2024)
inside = 0
total = 0.0
for i in range(3000):
    x, y = random.random(), random.random()
    total += x
    if x * x + y * y < 1:
        inside += 1
print(inside, total)  # expect: 2317 1525.9674921555052
print(sum(random.randint(1, 6) for _ in range(2000)))  # expect: 6994
