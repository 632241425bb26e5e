import base64, binascii, hashlib, hmac, zlib, secrets, uuid, codecs
print(base64.b64encode(b'hello world'), base64.b64decode('aGVsbG8gd29ybGQ='), base64.urlsafe_b64encode(b'\xfb\xff'), base64.b32encode(b'abc'), base64.b32decode(b'MFRGG==='), base64.b16encode(b'\x01\xff'), base64.b85encode(b'hello'), base64.a85encode(b'hello'), base64.b85decode(b'Xk~0{Zv'), base64.a85decode(b'BOu!rDZ'), base64.encodebytes(b'x' * 60), base64.standard_b64decode(b'eA=='))
for bad in [lambda: base64.b64decode('abc'), lambda: base64.b64decode('a'), lambda: base64.b64decode('ab!=', validate=True), lambda: base64.b32decode('1'), lambda: binascii.unhexlify('abc'), lambda: binascii.unhexlify('zz'), lambda: base64.b64encode('str'), lambda: base64.b64decode('é'), lambda: base64.b64decode('ab=c=', validate=True), lambda: base64.b16decode('a'), lambda: binascii.a2b_base64(b'a'), lambda: binascii.a2b_base64(b'=ab=', strict_mode=True), lambda: binascii.a2b_base64(b'ab==c', strict_mode=True)]:
    try: print(bad())
    except Exception as e: print(type(e), e)
print(binascii.hexlify(b'\x00\xab'), binascii.hexlify(b'\x01\x02\x03\x04\x05', '-'), binascii.hexlify(b'\x01\x02\x03\x04\x05', ':', 2), binascii.hexlify(b'abcde', '_', -2), binascii.unhexlify(b'00ab'), binascii.crc32(b'hello'), binascii.crc32(b'lo', binascii.crc32(b'hel')), binascii.b2a_base64(b'abc', newline=False), binascii.crc_hqx(b'hello', 0), binascii.b2a_qp(b'a=b\n c '), binascii.a2b_qp(b'a=3Db=\nc'), binascii.b2a_uu(b'hello'), binascii.a2b_uu(b'%:&5L;&\\ \n'))
for n in ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256', 'blake2b', 'blake2s']: print(n, hashlib.new(n, b'abc').hexdigest(), getattr(hashlib, n)(b'x').digest_size, getattr(hashlib, n)().block_size, getattr(hashlib, n)().name)
h = hashlib.sha256(); h.update(b'ab'); c = h.copy(); h.update(b'c'); print(h.hexdigest() == hashlib.sha256(b'abc').hexdigest(), c.digest()[:4], h)
print(hashlib.shake_128(b'a').hexdigest(8), hashlib.shake_256(b'a').digest(4), hashlib.blake2b(b'a', digest_size=16).hexdigest(), hashlib.blake2s(b'a', key=b'k', salt=b's', person=b'p').hexdigest())
print(hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 1000).hex(), hashlib.scrypt(b'p', salt=b's', n=2, r=8, p=1, dklen=16).hex(), sorted(hashlib.algorithms_guaranteed))
for bad in [lambda: hashlib.new('nope'), lambda: hashlib.md5('text'), lambda: hashlib.sha256(3)]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
m = hmac.new(b'key', b'msg', 'sha256'); print(m.hexdigest(), hmac.digest(b'key', b'msg', 'md5').hex(), hmac.compare_digest('a', 'a'), hmac.compare_digest(b'a', b'b'), m.name, m.digest_size, m.block_size)
data = b'witch which has which witches wrist watch' * 5
z = zlib.compress(data); print(len(data) > len(z), zlib.decompress(z) == data, zlib.crc32(b'abc'), zlib.adler32(b'abc'), zlib.crc32(b'c', zlib.crc32(b'ab')))
co = zlib.compressobj(level=9, wbits=-15); raw = co.compress(data) + co.flush(); print(zlib.decompress(raw, -15) == data, zlib.decompress(zlib.compress(b'', wbits=31), 31))
do = zlib.decompressobj(); out = do.decompress(z[:10]) + do.decompress(z[10:]) + do.flush(); print(out == data, do.eof, do.unused_data)
do = zlib.decompressobj(); print(do.decompress(z + b'tail', 5), do.unconsumed_tail != b'', len(do.decompress(do.unconsumed_tail)), do.unused_data)
for bad in [lambda: zlib.decompress(b'junk'), lambda: zlib.decompress(z[:-5]), lambda: zlib.compress('x')]:
    try: print(bad())
    except Exception as e: print(type(e), e)
print(len(secrets.token_bytes(8)), len(secrets.token_hex(4)), secrets.randbelow(1), secrets.choice([7]), len(secrets.token_urlsafe(5)), secrets.compare_digest('a', 'b'))
print(uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid3(uuid.NAMESPACE_URL, 'x'), uuid.UUID('{12345678-1234-5678-1234-567812345678}'), repr(uuid.UUID(int=5)), uuid.UUID(int=5).hex, uuid.uuid4().version, uuid.UUID(bytes=b'\x12' * 16).urn, uuid.uuid1().variant, uuid.UUID(int=1) < uuid.UUID(int=2), uuid.NAMESPACE_DNS.fields)
print(codecs.encode('hello', 'rot13'), codecs.decode(b'68656c6c6f', 'hex'), codecs.encode(b'abc', 'base64'), codecs.lookup('utf8').name, codecs.BOM_UTF8, codecs.encode('é', 'latin-1'), codecs.decode(b'\xc3\xa9', 'utf-8'), codecs.getencoder('utf-8')('x'), codecs.encode(b'abc' * 5, 'zlib')[:2], codecs.lookup('latin1'))
d = codecs.getincrementaldecoder('utf-8')(); print(d.decode(b'\xc3'), d.decode(b'\xa9'), list(codecs.iterdecode([b'\xe2\x82', b'\xac'], 'utf-8')), codecs.escape_decode(b'\\x41\\n')[0], codecs.charmap_build if False else '')
try: codecs.lookup('nope')
except LookupError as e: print(e)
codecs.register_error('star', lambda e: ('*', e.end)); print('aéb'.encode('ascii', 'star'), codecs.lookup_error('strict'))
import io
w = codecs.getwriter('utf-8')(io.BytesIO()); w.write('é'); print(w.getvalue()); r = codecs.getreader('latin-1')(io.BytesIO(b'\xe9x')); print(r.read())
