class A:
    pass
a, b = A(), A()
print(a == b, a == a, a != b, a in [b, a], len({a, b, a}), {a: 1}[a])  # expect: False True True True 2 1
try:
    a < b
except TypeError as e:
    print(e)  # expect: '<' not supported between instances of 'A' and 'A'
