print("abc".isalpha(), "ab1".isalnum(), "123".isdigit(), "12.".isdecimal(), "  ".isspace(), "Abc".istitle(), "abc".islower(), "ABC".isupper(), "a_1".isidentifier(), "".isalpha(), "½".isnumeric())  # expect: True True True False True True True True True False True
print("hello".startswith("he"), "hello".endswith(("x", "lo")), "hello".startswith("l", 2))  # expect: True True True
