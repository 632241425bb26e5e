import os, io, sys
D = '/tmp/sidewinder-files-test'
if os.path.isdir(D):
    for n in os.listdir(D): os.remove(os.path.join(D, n))
else: os.makedirs(D)
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
P = os.path.join(D, 'a.txt')
with open(P, 'w') as f:
    t(lambda: f.write('héllo\nwörld\n')); t(lambda: f.tell()); f.writelines(['x\n', 'y']); t(lambda: f.name == P); t(lambda: f.mode); t(lambda: f.read()); t(lambda: (f.readable(), f.writable(), f.seekable(), f.closed))
t(lambda: f.closed); t(lambda: f.write('x')); t(lambda: f.read())
with open(P) as f: t(lambda: f.read())
with open(P) as f: t(lambda: f.readline()); t(lambda: f.readline(2)); t(lambda: f.read(3)); t(lambda: f.tell()); t(lambda: f.readlines()); t(lambda: f.read()); f.seek(0); t(lambda: f.read(4)); t(lambda: list(f))
with open(P) as f:
    for i, line in enumerate(f): print(i, repr(line))
with open(P) as f:
    next(f); t(lambda: f.tell())
with open(P, 'rb') as f: t(lambda: f.read(3)); t(lambda: f.tell()); t(lambda: f.readline()); t(lambda: f.seek(-2, 2)); t(lambda: f.read()); t(lambda: f.seek(0)); t(lambda: f.readlines()); t(lambda: f.write(b'x')); t(lambda: f)
with open(P, 'a') as f: f.write('!'); t(lambda: f.tell())
with open(P, 'r+') as f: t(lambda: f.read(2)); f.seek(0); f.write('HE'); f.seek(0); t(lambda: f.read())
with open(P, 'wb') as f: t(lambda: f.write(b'a\r\nb\rc\n')); t(lambda: f.write('s')); t(lambda: f.write(bytearray(b'z')))
t(lambda: open(P).read()); t(lambda: open(P, newline='').read()); t(lambda: open(P, newline='').readlines()); t(lambda: open(P, newline='\r').readlines()); t(lambda: open(P).readlines())
with open(P) as f: f.read(); t(lambda: f.newlines)
with open(P, 'w', newline='\r\n') as f: f.write('a\nb\n')
t(lambda: open(P, 'rb').read())
with open(P, 'w', encoding='latin-1') as f: f.write('é')
t(lambda: open(P, 'rb').read()); t(lambda: open(P, encoding='latin-1').read()); t(lambda: open(P).read()); t(lambda: open(P, errors='replace').read()); t(lambda: open(P, errors='ignore').read()); t(lambda: open(P, 'w', encoding='ascii').write('é'))
t(lambda: open(D + '/none')); t(lambda: open(D)); t(lambda: open(P, 'q')); t(lambda: open(P, 'rw')); t(lambda: open(P, 'rbt')); t(lambda: open(P, 'rb', encoding='utf8')); t(lambda: open(P, '')); t(lambda: open(3.5)); t(lambda: open(P, 'x')); t(lambda: open('a\0b')); t(lambda: open(P, encoding='nope')); t(lambda: open(P, buffering=0)); t(lambda: open(P, newline='q'))
try: open(D + '/none')
except OSError as e: print(e.errno, e.strerror, e.filename, type(e))
t(lambda: os.path.exists(P)); t(lambda: os.path.getsize(P)); t(lambda: sorted(os.listdir(D))); t(lambda: os.rename(P, P + '2')); t(lambda: os.listdir(D)); t(lambda: os.remove(P)); t(lambda: os.mkdir(D)); t(lambda: os.rmdir(D)); t(lambda: os.stat(P + '2').st_size)
t(lambda: os.path.join('a', 'b', '/c', 'd')); t(lambda: os.path.join('a', '')); t(lambda: os.path.split('/a/b')); t(lambda: os.path.splitext('a.tar.gz')); t(lambda: os.path.splitext('.bashrc')); t(lambda: os.path.basename('/a/b/')); t(lambda: os.path.dirname('/a/b')); t(lambda: os.path.normpath('a/../b//c/.')); t(lambda: os.path.isabs('/a')); t(lambda: os.path.commonpath(['/a/b', '/a/c'])); t(lambda: os.path.relpath('/a/b', '/a/c')); t(lambda: os.path.join(b'a', b'b')); t(lambda: os.sep); t(lambda: os.path.commonprefix(['abc', 'abd']))
s = io.StringIO('ab\ncd\n')
t(lambda: s.readline()); t(lambda: s.tell()); t(lambda: s.read()); t(lambda: s.seek(1)); t(lambda: s.write('ZZ')); t(lambda: s.getvalue()); t(lambda: s.truncate(2)); t(lambda: s.getvalue()); t(lambda: list(io.StringIO('a\nb'))); t(lambda: s.close()); t(lambda: s.read()); t(lambda: io.StringIO(5)); t(lambda: io.StringIO().write(5)); t(lambda: io.StringIO('a\r\nb').read()); t(lambda: io.StringIO('a\r\nb', newline=None).read())
b = io.BytesIO(b'abc\ndef')
t(lambda: b.readline()); t(lambda: b.read()); t(lambda: b.seek(0, 2)); t(lambda: b.write(b'!')); t(lambda: b.getvalue()); t(lambda: b.tell()); t(lambda: b.seek(2)); t(lambda: b.write(b'XY')); t(lambda: b.getvalue()); t(lambda: b.getbuffer().tobytes()[:3]); t(lambda: b.readinto(bytearray(2))); t(lambda: b.truncate(3)); t(lambda: b.getvalue()); t(lambda: io.BytesIO('s'))
print('a', 'b', sep='-', end='!\n'); print(); print(1, 2, file=s2) if (s2 := io.StringIO()) is not None else 0; t(lambda: s2.getvalue()); t(lambda: print(1, sep=5)); t(lambda: print(1, end=5)); t(lambda: print(1, foo=5)); t(lambda: print(1, file=5)); print(*[1, 2], sep=''); print(None, True, 1.5, 'é', sep=', ', flush=True)
class W:
    def write(self, s): sys.stdout.write('<' + s + '>')
print('x', 'y', file=W()); print()
class MyS(io.StringIO):
    def write(self, s): return super().write(s.upper())
q = MyS(); print('abc', file=q); t(lambda: q.getvalue())
import contextlib
with contextlib.redirect_stdout(io.StringIO()) as r: print('hidden')
t(lambda: r.getvalue())
t(lambda: isinstance(q, io.TextIOBase)); t(lambda: isinstance(b, io.IOBase)); t(lambda: sys.stdout.encoding); t(lambda: sys.stdout.write('w\n')); t(lambda: sys.stdin.readable()); t(lambda: sys.stdout.readable()); t(lambda: sys.stdout.name); t(lambda: sys.stdout.fileno())
w = open(P, 'w'); w.write('unflushed'); w.flush(); t(lambda: open(P).read()); w.close()
open(P, 'w').write('auto'); t(lambda: open(P).read())
with open(P, 'w') as f: print('via print', 5, file=f)
t(lambda: open(P).read())
for n in os.listdir(D): os.remove(os.path.join(D, n))
os.rmdir(D)
