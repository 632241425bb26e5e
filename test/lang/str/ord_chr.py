print(ord("A"), chr(97), ord("é"), chr(0x1F600), ord("😀"))  # expect: 65 a 233 😀 128512
for bad in (lambda: ord("ab"), lambda: ord(""), lambda: chr(-1), lambda: chr(0x110000)):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)  # expect: TypeError ord() expected a character, but string of length 2 found
        # expect: TypeError ord() expected a character, but string of length 0 found
        # expect: ValueError chr() arg not in range(0x110000)
        # expect: ValueError chr() arg not in range(0x110000)
