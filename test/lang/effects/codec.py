import codecs
n = 0
seen = []
def encode(text, errors='strict'):
    seen.append(n)
    return (b'x', len(text))
codecs.register(lambda name: codecs.CodecInfo(encode, None, name='mine') if name == 'mine' else None)
for i in range(300):
    n = i
    'abc'.encode('mine')
print(seen == list(range(300)))  # expect: True
