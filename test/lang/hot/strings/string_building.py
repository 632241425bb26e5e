s = ""
for i in range(1500):
    s += chr(97 + i % 26)
print(len(s), s[:30], s[-4:], hash(s) == hash("".join(chr(97 + i % 26) for i in range(1500))))  # expect: 1500 abcdefghijklmnopqrstuvwxyzabcd opqr True
t = []
for i in range(800):
    t.append(f"{i:03d}")
print(len("".join(t)), "".join(t)[30:45])  # expect: 2400 010011012013014
