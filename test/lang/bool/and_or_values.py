print(0 or "a", 1 or "a", 0 and "a", 1 and "a", None or [] or {}, "" or 0, [] and 1)  # expect: a 1 0 a {} 0 []
print(not 0, not [], not "x", not None)  # expect: True True False True
