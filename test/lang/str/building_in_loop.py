s = ""
for i in range(300):
    s += str(i % 10)
print(len(s), s[:12], s[-12:], s.count("7"))  # expect: 300 012345678901 890123456789 30
