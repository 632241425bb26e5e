import string, textwrap, shlex, difflib, html, html.parser, fnmatch, reprlib, pprint, keyword, getopt, graphlib, gettext
print(string.ascii_letters, string.digits, string.punctuation, repr(string.whitespace), string.capwords('hello  big world'), string.hexdigits)
t = string.Template('$who likes ${what} $$5')
print(t.substitute(who='tim', what='kung pao'), t.safe_substitute(who='x'), t.get_identifiers(), t.is_valid())
for bad in [lambda: t.substitute(who='a'), lambda: string.Template('$ bad').substitute()]:
    try: bad()
    except Exception as e: print(type(e).__name__, e)
class MyT(string.Template): delimiter = '%'
print(MyT('%a-%{b}').substitute(a=1, b=2))
class F(string.Formatter):
    def get_value(self, key, args, kw): return kw.get(key, f'<{key}>') if isinstance(key, str) else args[key]
print(F().format('{0} {x} {y:>5}', 1, y='q'), list(string.Formatter().parse('a{b!r:c}d')), string.Formatter().vformat('{0}{a}', (1,), {'a': 2}))
text = "The quick brown fox jumped over the lazy dog, and then went home to sleep for a very long time."
print(textwrap.fill(text, 30), textwrap.wrap(text, 20), textwrap.dedent('   a\n     b\n   c'), textwrap.indent('a\nb', '> '), textwrap.shorten(text, 30), sep='\n')
print(shlex.split("echo -n 'Multiple words' \"x y\" a\\ b # c", comments=True), shlex.quote("it's"), shlex.join(['a', 'b c']), list(shlex.shlex('a=b; c|d', punctuation_chars=True)))
a, b = 'one\ntwo\nthree\n'.splitlines(True), 'ore\ntree\nemu\n'.splitlines(True)
print(''.join(difflib.unified_diff(a, b, 'a.py', 'b.py')), ''.join(difflib.ndiff(a, b)), ''.join(difflib.context_diff(a, b)), difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), sep='\n')
s = difflib.SequenceMatcher(None, 'abxcd', 'abcd'); print(s.ratio(), s.get_opcodes(), s.get_matching_blocks(), s.find_longest_match())
print(html.escape('<a href="x">&\'</a>'), html.unescape('&lt;&eacute;&#62;&#x41;&amp;&notit;&amp'))
class P(html.parser.HTMLParser):
    def handle_starttag(self, tag, attrs): print('start', tag, attrs)
    def handle_endtag(self, tag): print('end', tag)
    def handle_data(self, data): print('data', repr(data))
    def handle_comment(self, data): print('comment', data)
P().feed('<html><p class="a" b>Hi &amp; you<br/><!-- c --></p></html>')
print(fnmatch.fnmatch('foo.txt', '*.txt'), fnmatch.filter(['a.py', 'b.c'], '*.p?'), fnmatch.translate('*.[ch]'), fnmatch.fnmatchcase('A', 'a'))
print(reprlib.repr(list(range(100))), reprlib.repr('x' * 100), reprlib.repr({i: i for i in range(9)}), reprlib.repr(set(range(20))), reprlib.Repr(maxlist=2).repr([1, 2, 3]), reprlib.repr([[[[[[[1]]]]]]]))
data = {'name': 'x' * 30, 'list': list(range(30)), 'nested': {'a': [1, {'b': (1, 2)}], 'z': None}, 'set': {3, 1, 2}, 'bytes': b'z' * 100}
pprint.pprint(data); pprint.pp({'b': 1, 'a': 2}); pprint.pprint(data, width=40, depth=2, compact=True, indent=2)
print(pprint.pformat(['spam' * 10, 'eggs' * 10, ('x',) * 20]), pprint.isreadable(data), pprint.saferepr('a'), pprint.pformat(123456789, underscore_numbers=True))
import collections, dataclasses, types
pprint.pprint(collections.OrderedDict(a=1)); pprint.pprint(collections.Counter('aabbb' * 3)); pprint.pprint(collections.defaultdict(list, {'k' * 40: [1], 'j' * 40: [2]})); pprint.pprint(collections.deque(range(40), 50)); pprint.pprint(types.SimpleNamespace(a=1, b='y' * 70, c=[1]))
@dataclasses.dataclass
class DC: name: str = 'n' * 40; other: str = 'o' * 40
pprint.pprint(DC()); pprint.pprint('long text ' * 20); pprint.pprint(types.MappingProxyType({1: 2}))
print(keyword.iskeyword('def'), keyword.softkwlist, len(keyword.kwlist))
print(getopt.getopt('-a -b -cfoo -d bar a1 a2'.split(), 'abc:d:'), getopt.gnu_getopt('x --out=f -v y'.split(), 'v', ['out=']))
try: getopt.getopt(['-z'], 'a')
except getopt.GetoptError as e: print(e, e.opt)
g = graphlib.TopologicalSorter({'D': {'B', 'C'}, 'C': {'A'}, 'B': {'A'}}); o = list(g.static_order()); print(o[0], o[-1])
try: list(graphlib.TopologicalSorter({1: [2], 2: [1]}).static_order())
except graphlib.CycleError as e: print(e)
print(gettext.gettext('hello'), gettext.ngettext('file', 'files', 2))
