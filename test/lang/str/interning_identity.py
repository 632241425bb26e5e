a = "x" * 3
b = "xxx"
print(a == b, hash(a) == hash(b), {a: 1}[b])  # expect: True True 1
