import struct
from struct import *
print(pack('>bhl', 1, 2, 3), unpack('>bhl', b'\x01\x00\x02\x00\x00\x00\x03'), calcsize('>bhl'), calcsize('bhl'), pack('llh0l', 1, 2, 3))
print(pack('@ci', b'#', 0x12131415), pack('<10s3p?', b'hello', b'abcdef', True), unpack('<10s3p?', pack('<10s3p?', b'hello', b'abcdef', True)))
print(pack('<e f d', 1.5, -2.25, 3.14159), unpack('<efd', pack('<efd', 65504.0, 1e10, -0.0)), pack('>Q', 2**64 - 1), unpack('>q', b'\xff' * 8), pack('n', -1), pack('3x2B', 1, 2))
s = Struct('<I4s')
print(s.size, s.format, s.pack(7, b'ab'), s.unpack(b'\x01\0\0\0abcd'), list(s.iter_unpack(b'\x01\0\0\0abcd\x02\0\0\0efgh')), s)
buf = bytearray(12)
pack_into('<IH', buf, 2, 99, 5)
print(buf, unpack_from('<I', buf, 2), unpack_from('<H', buf, offset=-6))
for bad in [lambda: pack('b', 200), lambda: pack('H', -1), lambda: pack('i', 2**40), lambda: pack('Q', 2**64), lambda: pack('q', 2**63), lambda: pack('B', 'x'), lambda: pack('f', 'x'), lambda: pack('c', b'ab'), lambda: pack('ii', 1), lambda: unpack('i', b'abc'),
            lambda: pack('z', 1), lambda: pack('5', 1), lambda: pack('s', 'x'), lambda: pack('f', 1e60), lambda: pack('e', 1e6), lambda: unpack_from('i', b'ab'), lambda: unpack_from('i', b'abcdef', 4), lambda: unpack_from('i', b'abc', -9), lambda: pack_into('i', bytearray(3), 0, 1), lambda: iter_unpack('i', b'abc'), lambda: pack_into('i', b'1234', 0, 1), lambda: pack('I', 1.5), lambda: Struct(3), lambda: pack(), lambda: pack('l', 2**70), lambda: pack('>l', 2**31), lambda: pack('I', -1), lambda: pack('Q', -1), lambda: pack('P', -1) and 0, lambda: pack('h', 40000), lambda: iter_unpack('', b'')]:
    try: print(bad())
    except Exception as e: print(type(e).__module__, type(e).__name__, e)
print(error, struct.error.__mro__)
