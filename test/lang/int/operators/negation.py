print(-0, --5, -(-7), +True, -True, ~True)  # expect: 0 5 7 1 -1 -2
print(abs(-5), abs(5), abs(-10 ** 20), abs(True))  # expect: 5 5 100000000000000000000 1
