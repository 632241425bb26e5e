def count(n):
    for i in range(n):
        yield i
g = count(3)
print(next(g), next(g), list(g), list(g), next(g, "end"))  # expect: 0 1 [2] [] end
print(sum(count(10)), [*count(2)], tuple(count(3)), max(count(5)), 2 in count(3))  # expect: 45 [0, 1] (0, 1, 2) 4 True
