print(format(3.14159, ".3f"), format(42), format("a", ">3"), format(255, "#06x"), format(True, "d"), format(None, ""))  # expect: 3.142 42   a 0x00ff 1 None
try:
    format([1], ">5")
except TypeError as e:
    print(e)  # expect: unsupported format string passed to list.__format__
