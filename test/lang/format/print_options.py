print(1, 2, 3, sep=", ")  # expect: 1, 2, 3
print("a", end="")  # expect: abc!
print("b", "c", sep="", end="!\n")
print()  # expect:
print(*[1, 2], sep="\n")  # expect: 1
# expect: 2
print("x", None, sep=None, end=None)  # expect: x None
