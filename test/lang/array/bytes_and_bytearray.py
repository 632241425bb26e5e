b = bytearray(b"hello")
b[0] = 72
b.append(33)
print(b, bytes(b), b[1], len(b), b[1:3], bytes(3), bytes([65, 66]), b"a" + b"b", b"ab" * 2, list(b"\x00\xff"), b"abc".hex(), bytes.fromhex("6162"))  # expect: bytearray(b'Hello!') b'Hello!' 101 6 bytearray(b'el') b'\x00\x00\x00' b'AB' b'ab' b'abab' [0, 255] 616263 b'ab'
try:
    b[0] = 256
except ValueError as e:
    print(e)  # expect: byte must be in range(0, 256)
flags = bytearray([1]) * 50
for i in range(2, 50):
    if flags[i]:
        for j in range(i * i, 50, i):
            flags[j] = 0
print([i for i in range(2, 50) if flags[i]])  # expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
