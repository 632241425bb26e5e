out = 0
for i in range(1000):
    out += i
    i = "not an int"
print(out, i)  # expect: 499500 not an int
for i in range(10):
    for i in range(100):
        out += 1
print(out, i)  # expect: 500500 99
