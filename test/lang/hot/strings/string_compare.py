words = ["pear", "apple", "fig", "apple", "date"]
best = ""
eq = 0
for i in range(1500):
    w = words[i % 5]
    if w > best:
        best = w
    if w == "apple":
        eq += 1
print(best, eq)  # expect: pear 600
