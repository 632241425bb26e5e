text = "the quick brown fox, jumps over 12 lazy dogs; and 345 cats. " * 20
letters = digits = spaces = 0
i = 0
while i < len(text):
    c = text[i]
    if c.isalpha():
        letters += 1
    elif "0" <= c <= "9":
        digits += ord(c) - 48
    elif c == " ":
        spaces += 1
    i += 1
print(letters, digits, spaces)  # expect: 800 300 240
