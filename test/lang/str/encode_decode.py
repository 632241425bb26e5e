b = "héllo".encode()
print(b, len(b), b.decode("utf-8"), "abc".encode("ascii"), b"abc"[0], b"abc"[1:], list(b"hi"))  # expect: b'h\xc3\xa9llo' 6 héllo b'abc' 97 b'bc' [104, 105]
