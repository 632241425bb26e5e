import json, pickle, copy, copyreg, ipaddress, urllib.parse, numbers, operator, collections, contextlib, io, sys, token, tokenize, abc, colorsys, __future__
print(json.dumps({'a': [1, 2.5, None, True, 'é"\n'], 'b': {}}, indent=2), json.dumps('é', ensure_ascii=False), json.dumps([1, 2], separators=(',', ':')), json.dumps({'b': 1, 'a': 2}, sort_keys=True), json.dumps({1: 2, None: 3, True: 4, 1.5: 5}), json.dumps([float('nan'), float('inf')]), json.dumps((1,)), json.dumps({}, indent=4), json.dumps([[]], indent='\t'))
print(json.loads('{"a": [1, 2.0, null, true, "\\u00e9\\ud83d\\ude00"], "b": -1e5}'), json.loads(b'[1]'), json.loads('"x"'), json.loads('NaN'), json.loads('1', parse_int=str), json.loads('{"a": 1}', object_pairs_hook=list), json.loads('{"a": 1}', object_hook=lambda d: sorted(d)), json.load(io.StringIO('[3]')))
for bad in ['{', '[1,]', '{"a" 1}', '', 'nul', '"\x01"', '[1] x', "{'a': 1}", '"abc', '{"a":1,}', '\ufeff[]', '[1 2]', '"\\x"', '"\\u12"', '-']:
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(e, e.pos, e.lineno, e.colno)
for bad in [lambda: json.dumps({1, 2}), lambda: json.dumps({(1,): 2}), lambda: json.dumps(float('nan'), allow_nan=False), lambda: json.loads(3), lambda: json.dumps(object)]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
class Enc(json.JSONEncoder):
    def default(self, o): return [o.real, o.imag] if isinstance(o, complex) else super().default(o)
print(json.dumps({'z': 2 + 1j}, cls=Enc), Enc().encode([1j]), list(Enc(indent=1).iterencode([1, [2]])), json.dumps({2j: 1, 'a': 1}, skipkeys=True), json.JSONDecoder().raw_decode('[1] tail'), json.dumps([1], default=str))
l = []; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e, e.__notes__ if hasattr(e, '__notes__') else '')
class Pt:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return self.x == o.x
    def __repr__(self): return f'Pt({self.x})'
class St(Pt):
    def __getstate__(self): return {'x': self.x * 2}
    def __setstate__(self, s): self.x = s['x']
objs = [1, -5, 2**80, 1.5, 'é', b'ab', None, True, [1, [2]], (1, 2, 3, 4), {'a': {1}}, frozenset([1]), 3j, range(5), bytearray(b'z'), slice(1, 2), Ellipsis, int, len, Pt(3), collections.OrderedDict(a=1), collections.deque([1], 3), collections.Counter('aa'), Pt, print, collections.defaultdict(list, a=[1])]
for proto in range(6): print(proto, pickle.loads(pickle.dumps(objs, proto)) == objs, pickle.loads(pickle.dumps(St(4), proto)))
print(pickle.dumps([1, 'a', (2,)]), pickle.dumps({'k': 1.5}, 2), pickle.dumps('x', 0), pickle.loads(b'\x80\x04\x95\x0b\x00\x00\x00\x00\x00\x00\x00]\x94(K\x01K\x02K\x03e.'))
for bad in [lambda: pickle.dumps(sys)]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
f = io.BytesIO(); pk = pickle.Pickler(f); pk.dump(1); pk.dump([2]); f.seek(0); u = pickle.Unpickler(f); print(u.load(), u.load()); c = copy.deepcopy([Pt(1), [2]]); print(c, copy.copy(Pt(4)))
import pickletools; pickletools.dis(pickle.dumps([1, 'a'], 2))
n = ipaddress.ip_network('192.0.2.0/28'); print(n, n.num_addresses, list(n.hosts())[:2], n.netmask, ipaddress.ip_address('192.0.2.5') in n, ipaddress.ip_address('::1').is_loopback, list(n.subnets())[0], ipaddress.ip_address('2001:db8::1').exploded, ipaddress.IPv4Address('10.0.0.1') + 5, repr(ipaddress.ip_interface('10.0.0.1/8')), n.broadcast_address)
try: ipaddress.ip_address('300.1.1.1')
except ValueError as e: print(e)
u = urllib.parse.urlparse('http://user:pw@host:8080/p/a;x?q=1&r=a%20b#frag'); print(u, u.hostname, u.port, u.geturl(), urllib.parse.parse_qs('a=1&a=2&b=%C3%A9'), urllib.parse.parse_qsl('a=1&b='), urllib.parse.urlencode({'a': 'x y', 'b': ['1', '2']}, doseq=True), urllib.parse.quote('/a b&é'), urllib.parse.unquote('a%20%C3%A9'), urllib.parse.quote_plus('a b+'), urllib.parse.urljoin('http://a/b/c', '../d'), urllib.parse.urlsplit('//h/p?q'), urllib.parse.urlunparse(('s', 'n', 'p', '', 'q', 'f')), urllib.parse.unquote_to_bytes('%ff'))
try: urllib.parse.urlsplit('http://[::1/')
except ValueError as e: print(e)
print(isinstance(1, numbers.Integral), isinstance(1.5, numbers.Real), isinstance(1, numbers.Rational), isinstance(1j, numbers.Complex), issubclass(bool, numbers.Number), numbers.Integral)
src = 'def f(x):\n    return x + 1.5  # c\n\nprint(f"a{x!r}b", \'s\')\n'
for t in tokenize.generate_tokens(io.StringIO(src).readline): print(t.type, token.tok_name[t.type], repr(t.string), t.start, t.end, tokenize.tok_name[t.exact_type])
print(tokenize.untokenize(tokenize.generate_tokens(io.StringIO(src).readline)) == src, list(tokenize.tokenize(io.BytesIO(b'a\n').readline))[0], tokenize.detect_encoding(io.BytesIO(b'# -*- coding: latin-1 -*-\n').readline), token.NAME, token.ISTERMINAL(1), token.EXACT_TOKEN_TYPES['->'])
try: list(tokenize.generate_tokens(io.StringIO('a = (1,\n').readline))
except tokenize.TokenError as e: print(e)
with contextlib.redirect_stdout(io.StringIO()) as o: print('captured')
print(repr(o.getvalue()))
with contextlib.suppress(ZeroDivisionError): 1 / 0
@contextlib.contextmanager
def cm(): print('in'); yield 5; print('out')
with cm() as v, contextlib.ExitStack() as st: st.callback(print, 'cb'); st.enter_context(contextlib.closing(io.StringIO())); print(v)
with contextlib.nullcontext(3) as v: print(v)
class MyABC(abc.ABC):
    @abc.abstractmethod
    def m(self): ...
try: MyABC()
except TypeError as e: print(e)
print(colorsys.rgb_to_hsv(.2, .4, .4), __future__.annotations, __future__.all_feature_names[0])
