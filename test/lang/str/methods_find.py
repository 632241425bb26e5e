s = "banana"
print(s.find("an"), s.rfind("an"), s.find("x"), s.index("n"), s.count("a"), s.count("ana"), s.find("an", 2), s.find("a", 2, 3), "".find(""), s.count(""))  # expect: 1 3 -1 2 3 1 3 -1 0 7
try:
    s.index("x")
except ValueError as e:
    print(e)  # expect: substring not found
