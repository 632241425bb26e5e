# Names that mean something to the host, through attributes, keys, keywords, classes, functions and files, in loops.
WORDS = '''arguments await break case catch class const constructor continue debugger default delete do else enum eval
    export extends false finally for function get hasOwnProperty if implements import in instanceof interface isPrototypeOf
    length let name new null of package private protected prototype public return set static super switch then this throw
    toJSON toString true try typeof undefined valueOf var void while with yield __defineGetter__ __lookupSetter__ __proto__
    globalThis process require module exports NaN Infinity Object Function Symbol self k0 p0 l1 v1 X E L s d'''.split()
TEXTS = [*WORDS, '', ' ', '0', '-1', '1.5', 'a b', '*/', '/*', '//', '</script>', '`', '${x}', '\\', '"', "'", '\n', '\r',
         '\u2028', '\u2029', '\0', '\ud800', '\udfff', 'é', 'ﬁ', '😀', '\x1b[31m', 'a' * 300, '#', '%s', '{}', '__x__']


class Holder:
    pass


class Slotted:
    __slots__ = ('constructor', '__proto__', 'then', 'prototype', 'toString')


def keywords(**names):
    total = 0
    for key in names:
        total += names[key]
    return total


def loop(texts):
    seen = []
    for n, text in enumerate(texts):
        h = Holder()
        setattr(h, text, n)
        setattr(h, text, getattr(h, text) + 1)
        d = {text: n}
        d[text] += getattr(h, text)
        assert hasattr(h, text) and text in d and text in vars(h)
        seen.append(keywords(**{text: n}) + d[text])
        delattr(h, text)
        assert not hasattr(h, text)
    return seen


print(sum(loop(TEXTS)), len(TEXTS))  # expect: 20126 116
s = Slotted()
for n in range(30):
    s.constructor = n
    s.__proto__ = s.constructor + 1
    s.then = s.__proto__
    s.prototype = [s.then]
    s.toString = s.prototype
print(s.constructor, s.__proto__, s.then, s.toString)  # expect: 29 30 30 [30]
for text in TEXTS:
    if '\0' in text or '\ud800' in text or '\udfff' in text:
        continue
    T = type(text, (Holder,), {text: 1, 'm': lambda self: getattr(type(self), text)})
    assert T.__name__ == text and T().m() == 1, text
    code = compile('t = 0\nfor i in range(30): t += i\ndef f(n):\n  while n: n -= 1\n  return t\nr = f(30)', text, 'exec')
    space = {}
    exec(code, space)
    assert space['r'] == 435 and space['f'].__code__.co_filename == text
    space['f'].__name__ = space['f'].__qualname__ = text
    assert space['f'](3) == 435
bound = [w for w in WORDS if w.isidentifier() and w not in __import__('keyword').kwlist]
space = {}
body = ''.join(f'    {w} = n + {k}\n' for k, w in enumerate(bound))
exec(f'def f(n):\n  for q in range(20):\n{body}    n = ({" + ".join(bound)}) % 1000\n  return n', space)
print(space['f'](1))  # expect: 965
exec('\n'.join(f'{w} = {k}' for k, w in enumerate(bound)), space)
exec(f'def g():\n  t = 0\n  for q in range(20):\n    t += {" + ".join(bound)}\n  return t', space)
print(space['g']())  # expect: 48300
for w in bound:
    exec(f'class {w}:\n  def {w}(me, {w}=2): return {w}\nx = sum({w}().{w}() for _ in range(10))', made := {})
    assert made['x'] == 20 and made[w].__name__ == w
ok = 0
for n in range(20):
    try:
        raise KeyError(TEXTS[n])
    except KeyError as e:
        ok += e.args[0] == TEXTS[n]
print(ok, [f'{t!r}'[:12] for t in TEXTS[-22:-15]])  # expect: 20 ["'</script>'", "'`'", "'${x}'", "'\\\\'", '\'"\'', '"\'"', "'\\n'"]
