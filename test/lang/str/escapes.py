print("a\tb\\n\x41\u00e9\N{LATIN SMALL LETTER E}\101\0end".replace("\0", "0"))  # expect json: "a\tb\\nAéeA0end"
print('it\'s', "say \"hi\"", r"raw\n", "line\
joined")  # expect: it's say "hi" raw\n linejoined
print(repr("tab\t new\n quote' \x7f é"), repr("it's"), repr('"both\''))  # expect: "tab\t new\n quote' \x7f é" "it's" '"both\''
