import json, enum, collections, io
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
D = {'a': [1, 2.5, True, None, 'x"\\\n\u00e9\U0001f600'], 'b': {}, 'c': [], 3: 'i', 1.5: 'f', None: 0, False: 1, 'n': {'k': (1, 2)}}
t(lambda: json.dumps(D)); t(lambda: json.dumps(D, ensure_ascii=False)); print(json.dumps(D, indent=2)); print(json.dumps(D, indent='\t', separators=(',', ':')))
t(lambda: json.dumps({'b': 1, 'a': 2}, sort_keys=True)); t(lambda: json.dumps({1: 2, 'a': 3}, sort_keys=True)); t(lambda: json.dumps({(1,): 2})); t(lambda: json.dumps({(1,): 2, 'a': 1}, skipkeys=True)); t(lambda: json.dumps(object)); t(lambda: json.dumps({1, 2}, default=sorted)); t(lambda: json.dumps(float('nan'))); t(lambda: json.dumps(float('inf'), allow_nan=False)); t(lambda: json.dumps([1e100, 1e-7, 123456789012345678, 2**70, -0.0, 0.1]))
class E(enum.IntEnum): A = 1
class S(str): pass
t(lambda: json.dumps([E.A, S('s')])); t(lambda: json.dumps(collections.OrderedDict(x=1))); t(lambda: json.dumps(collections.namedtuple('P', 'x y')(1, 2)))
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex): return [o.real, o.imag]
        return super().default(o)
t(lambda: json.dumps([1+2j], cls=Enc)); t(lambda: json.dumps([b'x'], cls=Enc)); t(lambda: Enc(indent=1).encode({'a': 1j}))
def f():
    x = []; x.append(x); return json.dumps(x)
t(f); t(lambda: json.dumps('\x7f\u2028\ud800'))
for s in ['{"a": [1, 2.0, -3e2, true, false, null, "\\u00e9\\ud83d\\ude00\\n"]}', '[]', '{}', '""', '1', '-0', '1.5e300', '1e999', 'NaN', '-Infinity', ' [1 , 2 ] ', '{"a":1,"a":2}', '12345678901234567890', '"\\/"']:
    t(lambda: json.loads(s))
for s in ['', ' ', '[', '[1', '[1,', '[1,]', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{'a':1}", '"abc', '"\n"', '"\\x"', '"\\u12"', 'nul', '1 2', '[1 2]', '{"a" 1}', '{1:2}', 'tru', '-', '01', '1.', '[,1]', '\ufeff1', '\n\n [1,\n x]', '"é😀" x', '{"a":}']:
    t(lambda: json.loads(s))
t(lambda: json.loads(b'{"a": 1}')); t(lambda: json.loads(5)); t(lambda: json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items()))); t(lambda: json.loads('{"b": 1, "a": 2}', object_pairs_hook=list)); t(lambda: json.loads('[1.5, 2]', parse_float=str, parse_int=float)); t(lambda: json.loads('[NaN]', parse_constant=lambda c: 'const ' + c)); t(lambda: json.loads('"\n"', strict=False))
t(lambda: json.load(io.StringIO('[1]')))
def f():
    s = io.StringIO(); json.dump({'a': [1]}, s, indent=1); return s.getvalue()
t(f)
try: json.loads('{"a" 1}')
except json.JSONDecodeError as e: print(e.msg, e.pos, e.lineno, e.colno, e.doc)
t(lambda: json.JSONDecoder().raw_decode('[1] tail')); t(lambda: json.JSONDecoder().raw_decode('  1'))
t(lambda: json.loads('[' * 50 + ']' * 50) is not None); t(lambda: json.dumps({'a': {'b': [{}]}}, indent=4)); t(lambda: json.dumps([], indent=2)); t(lambda: json.dumps([[], {}, ()], indent=0))
