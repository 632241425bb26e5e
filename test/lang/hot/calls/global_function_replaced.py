def step(x):
    return x + 1
def replace():
    global step
    def step(x):
        return x + 100
total = 0
for i in range(2000):
    if i == 1200:
        replace()
    total = step(total)
print(total)  # expect: 81200
