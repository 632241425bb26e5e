print("a b  c".split(), "a,b,,c".split(","), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","), " x ".split(" "))  # expect: ['a', 'b', 'c'] ['a', 'b', '', 'c'] ['a', 'b,c'] ['a,b', 'c'] [] [''] ['', 'x', '']
print("one\ntwo\r\nthree\n".splitlines(), "a\nb".splitlines(True), "a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("-"))  # expect: ['one', 'two', 'three'] ['a\n', 'b'] ('a', '-', 'b-c') ('a-b', '-', 'c') ('abc', '', '')
try:
    "a".split("")
except ValueError as e:
    print(e)  # expect: empty separator
