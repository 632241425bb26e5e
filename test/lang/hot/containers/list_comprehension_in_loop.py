total = 0
for i in range(150):
    total += sum([x * i for x in range(10) if x % 2])
    total += len({x % 7 for x in range(i % 20)})
print(total)  # expect: 280201
