def add(a, b):
    return a + b
pairs = [(1, 2), (1.5, 2), (2, 0.5), ("a", "b"), ([1], [2]), ((1,), (2,)), (2 ** 60, 2 ** 60), (True, 1)]
out = []
for i in range(1600):
    a, b = pairs[i % 8]
    r = add(a, b)
    if i >= 1592:
        out.append(r)
print(out)  # expect: [3, 3.5, 2.5, 'ab', [1, 2], (1, 2), 2305843009213693952, 2]
