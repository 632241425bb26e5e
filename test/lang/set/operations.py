a, b = {1, 2, 3}, {2, 3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a <= b, {2} < a, a >= {1}, a.isdisjoint({9}))  # expect: [1, 2, 3, 4] [2, 3] [1] [1, 4] False True True True
a |= {7}
a -= {1}
print(sorted(a), sorted(a.union([8], (9,))), sorted(a.intersection([2, 7])), sorted(a.difference([7])), sorted(a.symmetric_difference([0, 2])))  # expect: [2, 3, 7] [2, 3, 7, 8, 9] [2, 7] [2, 3] [0, 3, 7]
try:
    a | [1]
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for |: 'set' and 'list'
