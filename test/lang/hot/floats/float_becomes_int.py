x = 0.5
kinds = []
for i in range(1500):
    if i == 700:
        x = 3
    x = x * 1 + 2
    if i % 500 == 0:
        kinds.append(type(x).__name__)
print(x, kinds)  # expect: 1603 ['float', 'float', 'int']
