s = "a😀b"
print(len(s), s[1], s[2], s[::-1], s.find("b"), [c for c in s], s.index("😀"), s[1:], s.upper())  # expect: 3 😀 b b😀a 2 ['a', '😀', 'b'] 1 😀b A😀B
