/**
 * Random programs whose variables change kind: ints past 2^53 and 2^63, floats, strings, tuples, lists,
 * dicts, None, objects with operators, properties and slots, in loops full of `try`, `finally`, `with`,
 * generators that are sent values, closures, starred calls, slices, `match`, and classes and globals
 * changed half-way. Any operation may raise, so the programs print the messages as well. The same seed
 * gives the same program; nothing printed depends on addresses or on the order of a set.
 */
import { randomFrom } from './generate.ts';

const PRELUDE = `
import math
log = []
g = 1
class P:
    kind = 'P'
    def __init__(self, x, y=0): self.x = x; self.y = y
    def get(self, d=1): return self.x if d else self.y
    def put(self, v): self.x, self.y = v, self.x; return self
    @property
    def both(self): return (self.x, self.y)
    @both.setter
    def both(self, v): self.x = v
    def __add__(self, o): return P(self.x, o) if isinstance(o, int) else NotImplemented
    def __radd__(self, o): return o
    def __eq__(self, o): return isinstance(o, P) and self.x == o.x
    def __hash__(self): return 7
    def __len__(self): return 2
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __repr__(self): return f'P({short(self.x)})'
class Q(P):
    kind = 'Q'
    def get(self, d=1): return super().get(not d)
    def __getattr__(self, name):
        if name == 'z': return 5
        raise AttributeError(name)
    def __bool__(self): return self.y != 0
    def __lt__(self, o): return True
class S:
    __slots__ = ('x', 'y')
    kind = 'S'
    def __init__(self, x, y=None): self.x = x; self.y = y
    def get(self, d=1): return self.x
    def put(self, v): self.x = v; return self
    def __repr__(self): return 'S'
    def __call__(self, *a, **k): return len(a) + len(k)
class Guard:
    def __init__(self, quiet): self.quiet = quiet
    def __enter__(self): log.append('e'); return self.quiet
    def __exit__(self, t, v, tb):
        log.append(t and t.__name__)
        return self.quiet and t is not None and issubclass(t, (TypeError, LookupError))
def short(v): return repr(v)[:30]
def clip(v):
    if isinstance(v, bool): return v
    if isinstance(v, int): return v if -2 ** 70 < v < 2 ** 70 else v % 1000003
    if isinstance(v, float): return v if abs(v) < 1e30 else 0.5
    if isinstance(v, (str, list, tuple)): return v[:5]
    if isinstance(v, P) and isinstance(v.x, (P, list, tuple)): v.x = 1
    return v
def small(v): return int(v) % 7 if isinstance(v, (int, float)) and v == v and abs(v) < 1e30 else 3
def h(p, q=2, *r, k=3, **kw):
    if r: return p
    return q if kw else (p, k)
def first(it, want):
    for n, v in enumerate(it):
        if v == want: return n
        if n > 6: break
    else: return 'none'
    return -1
def gen(n, s=0):
    for k in range(n):
        r = yield k * 2 + s
        if r is not None: s = r
    return s
def both(n):
    r = yield from gen(n)
    yield r
def fails(v, i):
    try:
        if i % 5 == 1: raise ValueError(v)
        if i % 5 == 2: return v / 0
        return v
    finally:
        log.append(1)
def rec(n, v): return v if n <= 0 else rec(n - 1, v) if n % 2 else clip(rec(n - 1, v))
def counter(n=0):
    def step(d=1):
        nonlocal n
        n = clip(n + d)
        return n
    return step
def kindof(v):
    match v:
        case bool() | None: return 'b'
        case int(n) if n < 0: return -n
        case int() | float(): return 'n'
        case [p, *_]: return p
        case {'a': p}: return p
        case P(x=p): return p
        case str(): return v + '!'
    return 0
`;

const CONSTANTS = [
  '0',
  '1',
  '-1',
  '2',
  '3',
  '7',
  '2**31',
  '2**53 - 1',
  '2**63 - 1',
  '-2**63',
  '2**64',
  '0.0',
  '-0.0',
  '0.5',
  '1e16',
  '2.5',
  '-3.0',
  "''",
  "'a'",
  "'xyz'",
  "'é😀'",
  'None',
  'True',
  'False',
  '()',
  '(1, 2)',
  "(1, 'b', None)",
  '[]',
  '[1, 2.5]',
  "float('inf')",
  "float('nan')",
  '255',
  '10',
  "'12'",
  '1j',
];
const OPERATORS = [
  '+',
  '-',
  '*',
  '/',
  '//',
  '%',
  '&',
  '|',
  '^',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'and',
  'or',
  '+',
  '-',
  '*',
  '+',
];
const METHODS = [
  '.upper()',
  '.find("a")',
  '.count(1)',
  '.index(2)',
  '.bit_length()',
  '.is_integer()',
  '.real',
  '.x',
  '.y',
  '.get()',
  '.both',
  '.z',
  '.kind',
  '.get(0)',
  '.split("b")',
  '.strip()',
  '.replace("a", "bc")',
  '.startswith("x")',
  '.copy()',
  '[0]',
  '[-1]',
  '[1:]',
  '[::-1]',
  '[i % 3]',
  '[:i % 3]',
  '[i:]',
  '["a"]',
  '()',
  '.conjugate()',
  '.isdigit()',
];
const CALLS = [
  'len',
  'abs',
  'int',
  'float',
  'str',
  'bool',
  'round',
  'sum',
  'max',
  'min',
  'sorted',
  'list',
  'tuple',
  'type',
  'short',
  'hash',
  'ord',
  'any',
  'all',
  'set',
  'kindof',
  'small',
  'math.sqrt',
  'math.floor',
  'iter',
  'bin',
  'callable',
  'fails2',
];

class Generator {
  private readonly variables = ['a', 'b', 'c', 'x', 'y'];

  constructor(private readonly rnd: (n: number) => number) {}

  private pick<T>(xs: readonly T[]): T {
    return xs[this.rnd(xs.length)]!;
  }
  private get v(): string {
    return this.pick(this.variables);
  }
  private get atom(): string {
    return this.pick([
      this.v,
      this.v,
      this.v,
      this.v,
      'i',
      'i',
      'j',
      'g',
      'o',
      'xs',
      'd',
      't',
      this.pick(CONSTANTS),
      this.pick(CONSTANTS),
    ]);
  }

  private expression(depth: number): string {
    const { rnd } = this;
    if (depth <= 0 || rnd(5) === 0) return this.atom;
    const e = (): string => this.expression(depth - 1);
    switch (rnd(30)) {
      case 0:
      case 1:
        return `(${e()})${this.pick(METHODS)}`;
      case 2:
        return `${this.pick(CALLS).replace('fails2', 'kindof')}(${e()})`.replace(
          /^(type|set|iter|hash)\((.*)\)$/,
          'short($2)',
        );
      case 3:
        return `(${e()} if ${e()} else ${e()})`;
      case 4:
        return `h(${this.pick([
          e(),
          `*${e()}`,
          `${e()}, ${e()}`,
          `${e()}, k=${e()}`,
          `${this.atom}, **{'w': ` + `${this.atom}}`,
          '1, *xs',
          `q=${this.atom}, p=i`,
          `z=${this.atom}`,
        ])})`;
      case 5:
        return `f'{${this.atom}}{i:>${1 + rnd(5)}}{${this.v}!r:.5}'`;
      case 6:
        return `[${this.pick([
          `k for k in ${this.atom}`,
          `clip(k + ${this.v}) for k in range(i % 4)`,
          `(k, ${this.v}) for k in xs if k`,
          '*xs, i',
          `${e()}, ${e()}`,
        ])}]`;
      case 7:
        return `(${e()}, ${e()})`;
      case 8:
        return `{'a': ${e()}, ${this.atom}: 2}`;
      case 9:
        return `not ${e()}`;
      case 10:
        return `${this.pick(['-', '~', '+'])}(${e()})`;
      case 11:
        return `${this.v} ${this.pick(['is', 'is not'])} ${this.pick(['None', 'o', 'xs'])}`;
      case 12:
        return `(${this.atom} ${this.pick(['in', 'not in'])} ${this.pick(['xs', 't', 'd', '(1, 2, "a")', this.v])})`;
      case 13:
        return `(${this.atom} < ${this.atom} ${this.pick(['<', '==', '>='])} ${this.atom})`;
      case 14:
        return (
          `(${e()} ${this.pick(['<<', '>>'])} ` +
          `${this.pick(['2', 'small(i)', '31', this.v === 'a' ? 'i % 40' : '5'])})`
        );
      case 15:
        return `(${e()} ** ${this.pick(['2', '0.5', '-1', '0', '3'])})`;
      case 16:
        return `step(${this.pick(['', this.atom])})`;
      case 17:
        return `rec(${rnd(4)}, ${e()})`;
      case 18:
        return `isinstance(${this.atom}, ${this.pick(['int', 'float', '(str, list)', 'P', 'bool', 'object'])})`;
      case 19:
        return (
          this.pick(['min', 'max', 'divmod', 'pow', 'isinstance', 'range', 'getattr', 'zip', 'round', 'hasattr']) +
          `(${e()}, ${e()})`
        ).replace(/^(range|zip)(.*)$/, 'list($1$2)[:4]');
      case 20:
        return (
          'sum(' +
          this.pick(['k for k in xs if k', 'gen(3, i)', '[1, 2.5]', `(${this.v}, ${this.v})`]) +
          `${this.pick(['', ', 1', ', 0.5'])})`
        );
      case 21:
        return `first(${this.pick(['xs', this.atom, 't', 'gen(5)'])}, ${this.atom})`;
      case 22:
        return `(lambda p, q=${this.atom}: ${this.pick(['p', 'q', '(q, p)', 'p + q', 'p * 2'])})(${e()})`;
      case 23:
        return `(w := ${e()})`;
      case 24:
        return `fails(${e()}, i)`;
      default:
        return `(${e()} ${this.pick(OPERATORS)} ${e()})`;
    }
  }

  private target(): string {
    return this.pick([
      this.v,
      this.v,
      this.v,
      'o.x',
      'o.y',
      'xs[i % 4]',
      'd[i % 3]',
      'g',
      'd["a"]',
      'xs[-1]',
      'o.both',
    ]);
  }

  private statement(depth: number, at: string): string {
    const { rnd } = this;
    const inner = (): string => this.block(depth - 1, `${at}    `);
    const e = this.expression(2);
    switch (depth <= 0 ? rnd(14) : rnd(34)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return `${at}${this.v} = clip(${this.expression(3)})\n`;
      case 4:
        return `${at}${this.target()} = clip(${e})\n`;
      case 5:
        return (
          `${at}${this.target()} ${this.pick(['+=', '-=', '*=', '//=', '|=', '+=', '%='])} ` +
          `${this.expression(1)}\n${at}a = clip(a); b = clip(b); c = clip(c); x = clip(x); y = clip(y); g = clip(g)\n`
        );
      case 6:
        return (
          `${at}${this.v}, ${this.pick(['*', ''])}${this.v} = ` +
          this.pick([`${this.v}, ${this.v}`, e, 'xs[:2]', 'i, j, g']) +
          '\n'
        );
      case 7:
        return (
          `${at}o = ` +
          this.pick([`P(${this.v})`, `Q(${this.v}, i)`, `S(${this.atom})`, 'o', `o.put(${this.v})`]) +
          '\n'
        );
      case 8:
        return (
          `${at}xs = ` +
          this.pick([
            '[i, a, b, c]',
            'xs[1:] + xs[:1]',
            '[1, 2, 3, 4]',
            '[0.5] * 4',
            `[${this.v}] * 5`,
            'xs[::-1]',
            'list(range(4))',
            "['a', 'b', i, j]",
          ]) +
          '\n'
        );
      case 9:
        return (
          `${at}xs.` +
          this.pick([
            `append(${this.v})`,
            'pop()',
            'pop(0)',
            `insert(1, ${this.v})`,
            'sort()',
            'reverse()',
            `extend(${this.atom})`,
            `remove(${this.v})`,
          ]) +
          `\n${at}del xs[6:]\n`
        );
      case 10:
        return (
          `${at}d` +
          `${this.pick([
            `[${this.atom}] = i`,
            `.pop(${this.atom}, 0)`,
            `.setdefault(${this.atom}, i)`,
            `.update(a=${this.v})`,
            '.clear()',
            `[${this.v}, i % 3] = ` + `${this.v}`,
          ])}` +
          `\n${at}if len(d) > 6: d = {}\n`
        );
      case 11:
        return (
          `${at}t = ` +
          `${this.pick([`(${this.v}, ${this.v})`, 't + (i,)', 't[1:]', '(1, 2.5, "c")', 'tuple(xs)'])}[:5]\n`
        );
      case 12:
        return (
          `${at}if i % ${3 + rnd(9)} == 2: ` +
          this.pick([
            'continue',
            'break',
            `del ${this.v}`,
            `${this.v} = None`,
            'raise KeyError(i)',
            'raise ValueError',
            'P.get = lambda self, d=1: d',
            'P.kind = i',
            'o.kind = 3',
            'g = "s"',
            'return',
            'S.get = P.get',
            'step = counter(0.5)',
          ]) +
          '\n'
        );
      case 13:
        return `${at}log.append(short(${e}))\n`;
      case 14:
      case 15:
        return (
          `${at}if ${e}:\n${inner()}` +
          `${rnd(2) === 0 ? '' : `${at}${this.pick(['else', `elif ${this.v}`])}:\n${inner()}`}`
        );
      case 16:
      case 17:
        return (
          `${at}for j in ` +
          this.pick([
            'range(3)',
            'xs[:4]',
            't',
            'gen(3)',
            'both(2)',
            `${this.v}`,
            'list(d)',
            'range(i % 4, -2, -1)',
            '"ab"',
            'reversed(xs[:3])',
          ]) +
          `:\n${inner()}${rnd(3) === 0 ? `${at}else:\n${inner()}` : ''}`
        );
      case 18:
        return (
          `${at}for j, ${this.v} in ` +
          `${this.pick(['enumerate(xs[:4])', 'zip(xs[:3], t)', 'list(d.items())', '[(1, 2), (i, 0.5)]'])}:\n${inner()}`
        );
      case 19:
        return (
          `${at}k${at.length} = 0\n${at}while k${at.length} < ${this.pick(['3', 'i % 5', '2.5'])}` +
          `:\n${at}    k${at.length} += 1\n${inner()}${rnd(2) === 0 ? `${at}else:\n${inner()}` : ''}`
        );
      case 20:
      case 21:
      case 22:
      case 23:
      case 24:
        return (
          `${at}try:\n${inner()}${at}except ` +
          this.pick([
            'TypeError',
            '(TypeError, ValueError)',
            'LookupError',
            'Exception',
            'Exception',
            'AttributeError',
            'ArithmeticError',
          ]) +
          ` as e:\n${at}    log.append(f'{type(e).__name__}: {str(e)[:80]}')\n` +
          `${rnd(3) === 0 ? `${at}else:\n${inner()}` : ''}` +
          `${rnd(3) === 0 ? `${at}finally:\n${this.block(0, `${at}    `)}` : ''}`
        );
      case 25:
        return `${at}try:\n${inner()}${at}finally:\n${inner()}`;
      case 26:
        return `${at}with Guard(${this.pick(['True', 'False', 'i % 2'])}) as w:\n${inner()}`;
      case 27:
        return `${at}r = gen(3)\n${at}${this.v} = next(r)\n${at}${this.v} = r.send(${this.atom})\n`;
      case 28:
        return (
          `${at}def local(p=${this.v}):\n${at}    ${this.pick(['nonlocal', 'nonlocal'])}` +
          ` c\n${at}    c = p\n${at}    return i\n${at}${this.v} = local(${this.atom})\n`
        );
      case 29:
        return (
          `${at}match ${this.v}:\n${at}    case ` +
          `${this.pick(['int()', 'None', '[p, q]', '"a"', '0 | 1', 'P(x=1)'])}:\n` +
          `${this.block(depth - 1, `${at}        `)}${at}    case _:\n${this.block(0, `${at}        `)}`
        );
      case 30:
        return (
          `${at}xs[${this.pick(['1:2', '::2', ':0', '-1:'])}] = ` +
          `${this.pick(['[i]', 't', this.v, '[1, 2]'])}\n${at}xs = xs[:6]\n`
        );
      case 31:
        return `${at}assert ${e}, ${this.v}\n`;
      default:
        return `${at}${this.v} = ${this.v}\n`;
    }
  }

  private block(depth: number, at: string): string {
    let text = '';
    for (let k = 1 + this.rnd(3); k > 0; k--) text += this.statement(depth, at);
    return text;
  }

  /** Returns a program. */
  program(): string {
    const { rnd } = this;
    const init =
      `a = ${this.atom2()}; b = ${this.atom2()}; c = ${this.atom2()}; x = ` +
      `${this.atom2()}; y = ${this.atom2()}; j = 0; w = 0; e = None; o = ` +
      `P(1); xs = [1, 2, 3, 4]; d = {}; t = (1, 2); step = counter(${this.atom2()})`;
    const shown =
      '[short(v) for v in (a, b, c, x, y, j, g, w, o.x, o.y, o.kind, xs, t)], sorted(map(short, d.items()))';
    const head = this.pick([
      'for i in range(60)',
      'for i in range(45, 0, -1)',
      'for i in [*range(40), *"abc", 2.5]',
      'while (i := i + 1) < 50',
    ]);
    const caught = rnd(4) !== 0;
    const at = caught ? '            ' : '        ';
    let body = this.statement(2, at) + this.block(2, at) + this.block(2, at) + this.block(1, at);
    if (caught)
      body =
        `        try:\n${body}        except Exception as e:\n           ` +
        ` log.append(f'{type(e).__name__}: {str(e)[:80]}')\n        ` +
        `log.append(short(${this.v}) if '${this.v}' else 0) if False else None\n`;
    const text =
      `    i = 0\n    ${init}\n    ${head}:\n${body}        if len(log) > 300: ` +
      `log[:200] = [str(hash(tuple(map(len, map(str, log)))))]\n    print(${shown})\n`;
    return (
      `${PRELUDE}\ndef f():\n    global g\n${text}try: f()\nfinally:\n    ` +
      'for line in log: print(line)\n    print(g if not callable(g) else 0)\n'
    );
  }

  private atom2(): string {
    return this.pick(CONSTANTS);
  }
}

/** Returns the random program of mixed kinds of a seed. */
export function mixedProgram(seed: number): string {
  return new Generator(randomFrom(seed)).program();
}
