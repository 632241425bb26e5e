x = 0
for i in range(600):
    if i == 300:
        x = "s"
    x = x + x if i < 10 or i == 400 else x
print(x, len(x))  # expect: ss 2
