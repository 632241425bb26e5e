def flip(b):
    return not b
b = True
count = 0
for i in range(1001):
    b = flip(b)
    if b is True:
        count += 1
print(b, count)  # expect: False 500
