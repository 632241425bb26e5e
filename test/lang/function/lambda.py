add = lambda a, b=1: a + b
print(add(1), add(1, 5), (lambda *a: a)(1, 2), (lambda: 0)(), add.__name__, sorted([3, -1, 2], key=lambda v: v * v))  # expect: 2 6 (1, 2) 0 <lambda> [-1, 2, 3]
