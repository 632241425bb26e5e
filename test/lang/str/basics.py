s = "hello"
print(s[0], s[-1], s[1:3], s[::-1], len(s), s + "!", s * 2, "ell" in s, "z" not in s)  # expect: h o el olleh 5 hello! hellohello True True
