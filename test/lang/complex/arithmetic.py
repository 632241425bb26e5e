a = 3 + 4j
b = 1 - 2j
print(a + b, a - b, a * b, a / b, -a, +a)  # expect: (4+2j) (2+6j) (11-2j) (-1+2j) (-3-4j) (3+4j)
print(a + 1, 2 * a, a - 0.5, 1 / a, a == 3 + 4j, a != b)  # expect: (4+4j) (6+8j) (2.5+4j) (0.12-0.16j) True True
