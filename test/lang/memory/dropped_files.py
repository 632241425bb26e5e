# Files that are dropped unclosed are written out, and do not use up descriptors.
import os, tempfile

with tempfile.TemporaryDirectory() as folder:
    for i in range(1500):
        f = open(f'{folder}/{i % 7}.txt', 'w')
        f.write(f'line {i}\n')
    f = None
    print([open(f'{folder}/{i}.txt').read() for i in range(7)])  # expect: ['line 1498\n', 'line 1499\n', 'line 1493\n', 'line 1494\n', 'line 1495\n', 'line 1496\n', 'line 1497\n']
    b = open(f'{folder}/b', 'wb')
    b.write(b'one')
    b = open(f'{folder}/b', 'ab')
    b.write(b'two')
    b = None
    print(os.path.getsize(f'{folder}/b'), open(f'{folder}/b', 'rb').read())  # expect: 6 b'onetwo'
