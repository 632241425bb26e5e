text = "aé😀z" * 200
total = 0
for i in range(len(text)):
    total += ord(text[i])
for c in text:
    if c == "😀":
        total += 1
print(total, len(text))  # expect: 25793000 800
