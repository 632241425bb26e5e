counts = {}
for i in range(3000):
    k = i * i % 17
    if k in counts:
        counts[k] += 1
    else:
        counts[k] = 1
print(counts)  # expect: {0: 177, 1: 353, 4: 353, 9: 353, 16: 353, 8: 353, 2: 353, 15: 353, 13: 352}
words = {}
for w in ("a b c a b a d " * 150).split():
    words[w] = words.get(w, 0) + 1
print(words)  # expect: {'a': 450, 'b': 300, 'c': 150, 'd': 150}
