m = map(lambda x: print("map", x) or x * 2, [1, 2])
print(next(m), type(m).__name__)  # expect: map 1
# expect: 2 map
print(list(m), list(m))  # expect: map 2
# expect: [4] []
f = filter(lambda x: x > 1, [1, 2, 3])
print(next(f), list(f))  # expect: 2 [3]
z = zip([1, 2], [3])
print(list(z), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])))  # expect: [(1, 3)] [11, 22]
