print("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "Z" < "a", "é" > "z")  # expect: True False True True True True True
print(sorted(["banana", "Apple", "cherry"]), max("hello"), min("hello"))  # expect: ['Apple', 'banana', 'cherry'] o e
