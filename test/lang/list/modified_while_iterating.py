a = [1, 2, 3]
for x in a:
    if x < 3:
        a.append(x * 10)
    if len(a) > 10:
        break
print(a)  # expect: [1, 2, 3, 10, 20]
a = [1, 2, 3, 4]
for x in a:
    a.remove(x)
print(a)  # expect: [2, 4]
