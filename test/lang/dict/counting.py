text = "the quick brown fox jumps over the lazy dog the end"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3])  # expect: [('the', 3), ('brown', 1), ('dog', 1)]
letters = {}
for c in text:
    if c not in letters:
        letters[c] = 0
    letters[c] += 1
print(sorted(letters.items())[:4], len(letters))  # expect: [(' ', 10), ('a', 1), ('b', 1), ('c', 1)] 27
