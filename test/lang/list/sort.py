a = [3, 1, 2, 1.5, True]
a.sort()
print(a)  # expect: [1, True, 1.5, 2, 3]
a.sort(reverse=True)
print(a)  # expect: [3, 2, 1.5, 1, True]
w = ["bb", "a", "ccc", "dd", "e"]
w.sort(key=len)
print(w, sorted(w, key=lambda s: (-len(s), s)), sorted(w, reverse=True))  # expect: ['a', 'e', 'bb', 'dd', 'ccc'] ['ccc', 'bb', 'dd', 'a', 'e'] ['e', 'dd', 'ccc', 'bb', 'a']
