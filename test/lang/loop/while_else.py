n = 0
while n < 3:
    n += 1
else:
    print("finished", n)  # expect: finished 3
while True:
    n += 1
    if n > 5:
        break
else:
    print("never")
print(n)  # expect: 6
