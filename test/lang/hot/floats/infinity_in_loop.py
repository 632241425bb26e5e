x = 1.0
steps = 0
while x != float("inf"):
    x *= 2
    steps += 1
print(steps, x, -x, x - x)  # expect: 1024 inf -inf nan
