for c in "héy":
    print(c, ord(c))  # expect: h 104
    # expect: é 233
    # expect: y 121
