xs = list(range(2000))
seen = 0
for x in xs:
    seen += 1
    if len(xs) > 500:
        xs.pop()
print(seen, len(xs))  # expect: 1000 1000
