/**
 * Random programs with hot loops: arithmetic of mixed kinds near the ends of the int range, branches,
 * nested loops, attributes, lists, dicts, strings, closures, generators, exceptions, `del`, and a print
 * of everything at the end. The same seed gives the same program.
 */

/** A small generator of random numbers (mulberry32). */
export function randomFrom(seed: number): (n: number) => number {
  let s = seed | 0;
  return (n) => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

const PRELUDE = `
M = 2 ** 53 - 1
g = 1
class P:
    k = 3
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def bump(self, d):
        self.x = clip(self.x + d)
        return self
class Q(P):
    def bump(self, d):
        self.y = d
        return P.bump(self, 1)
def clip(v):
    if v != v: return 0
    if v > 2 ** 54 or v < -2 ** 54: return int(v) % 99991 if v * 0 == 0 else 1
    return v
def h(p, q):
    if p > q: return p - q
    return q - p + 1
def gen(n):
    for k in range(n):
        yield k * 2
def counter():
    n = 0
    def step(d=1):
        nonlocal n
        n += d
        return n
    return step
`;

const INIT =
  'j = 0; o = P(1, 2); o2 = o; xs = [1, 2, 3, 4, 5]; fs = [0.5, 1.5, -0.0]; ys = ' +
  '[4, 3, 2, 1]; t = (1, 2, 3); n = 70; d = {}; s = "ab"; step = counter(); w = None';
const SHOWN =
  'a, b, c, x, g, i, j, o.x, o.y, o2.x, o.__class__.__name__, ' +
  'xs, fs, ys, t, sorted(d.items()), s, step(), w is None, w is o';

class Generator {
  private readonly variables = ['a', 'b', 'c', 'i', 'j'];

  constructor(private readonly rnd: (n: number) => number) {}

  private pick<T>(xs: readonly T[]): T {
    return xs[this.rnd(xs.length)]!;
  }

  private expression(depth: number): string {
    const { rnd, variables } = this;
    if (depth <= 0 || rnd(4) === 0) {
      return this.pick([
        ...variables,
        ...variables,
        'g',
        'o.x',
        'o.y',
        'o.k',
        'xs[i % 5]',
        'xs[-1 - i % 3]',
        'fs[i % 3]',
        String(rnd(20) - 5),
        '2',
        '7',
        'M',
        'True',
        'x',
        'h(a, 1)',
        'len(xs)',
        't[1]',
        'ys[j % 4]',
        'd.get(i % 5, 2)',
        'len(s)',
        'step()',
        'ord(s[i % len(s)])',
      ]);
    }
    const l = this.expression(depth - 1);
    const r = this.expression(depth - 1);
    switch (
      this.pick([
        '+',
        '-',
        '*',
        '+',
        '-',
        '//',
        '%',
        '&',
        '|',
        '^',
        '<<',
        '>>',
        'compare',
        'h',
        'min',
        'if',
        'negative',
        'abs',
        'int',
        'invert',
        '/',
        'sum',
        'power',
        'is',
        'in',
      ])
    ) {
      case '//':
        return `(${l}) // (${this.divisor(r)})`;
      case '%':
        return `(${l}) % (${this.divisor(r)})`;
      case '/':
        return `(${l}) / ${this.pick(['4', '0.5', '3'])}`;
      case '<<':
        return `(int(${l}) & 0xffff) << ${rnd(40)}`;
      case '>>':
        return `int(${l}) >> ${rnd(40)}`;
      case '&':
        return `int(${l}) & int(${this.mask(r)})`;
      case '|':
        return `int(${l}) | int(${this.mask(r)})`;
      case '^':
        return `int(${l}) ^ int(${this.mask(r)})`;
      case 'compare':
        return `((${l}) ${this.pick(['<', '<=', '==', '!=', '>', '>='])} (${r}))`;
      case 'h':
        return `h(${l}, ${r})`;
      case 'min':
        return `${this.pick(['min', 'max'])}(${l}, ${r})`;
      case 'if':
        return `((${l}) if (${r}) else ${this.pick(variables)})`;
      case 'negative':
        return `-(${l})`;
      case 'abs':
        return `abs(${l})`;
      case 'int':
        return `int(${l})`;
      case 'invert':
        return `~int(${l})`;
      case 'sum':
        return `sum([z + ${this.pick(variables)} for z in ys])`;
      case 'power':
        return `clip(${l}) ** 2`;
      case 'is':
        return `(${this.pick(['w', 'o', 't'])} is ${this.pick(['None', 'o2', 'w'])})`;
      case 'in':
        return `(${this.pick(variables)} in ${this.pick(['ys', 't', '(1, 2, 5)', 'd'])})`;
      case '-':
        return `(${l}) - (${r})`;
      case '*':
        return `(${l}) * (${r})`;
      default:
        return `(${l}) + (${r})`;
    }
  }

  private divisor(r: string): string {
    return this.pick(['7', '3', '1000003', '-5', `${r} or 1`, '2 ** 31', '2.5']);
  }
  private mask(r: string): string {
    return this.pick([r, '255', '0x7fffffff', '-1', 'M']);
  }

  private statement(depth: number, at: string): string {
    const { rnd, variables } = this;
    const v = this.pick(['a', 'b', 'c', 'x']);
    const any = this.pick(variables);
    const inner = (): string => this.block(depth - 1, `${at}    `);
    switch (rnd(30)) {
      case 0:
      case 1:
      case 2:
        return `${at}${v} = clip(${this.expression(3)})\n`;
      case 3:
        return `${at}${v} += clip(${this.expression(2)})\n${at}${v} = clip(${v})\n`;
      case 4:
        return `${at}o.${this.pick(['x', 'y'])} = clip(${this.expression(2)})\n`;
      case 5:
        return (
          `${at}xs[${this.pick(['i', 'j', '-i'])} % 5] = ` +
          `${this.pick([`int(clip(${this.expression(2)}))`, any, '2 ** 60 + i', 'i'])}\n`
        );
      case 6:
        return `${at}fs[i % 3] = float(clip(${this.expression(2)}))\n`;
      case 7:
        return `${at}g = clip(${this.expression(2)})\n`;
      case 8:
      case 9:
      case 10:
        return depth <= 0
          ? `${at}c += 1\n`
          : `${at}if ${this.expression(2)}:\n${inner()}${rnd(2) === 0 ? '' : `${at}else:\n${inner()}`}`;
      case 11:
        return `${at}if i % ${2 + rnd(9)} == ${rnd(2)}:\n${this.block(Math.max(0, depth - 1), `${at}    `)}`;
      case 12:
        return `${at}t = (${any}, ${this.pick(variables)}, ${this.pick(['t[0]', '1', 'x'])})\n`;
      case 13:
        return `${at}a, b = b, a\n`;
      case 14:
        return `${at}ys.append(${any})\n${at}if len(ys) > 12: ys.pop(); ys.pop(0)\n`;
      case 15:
        return `${at}o = ${this.pick(['P(clip(a), b)', 'o', 'o2', 'P(c, o.y)', 'Q(1, c)', 'o.bump(2)'])}\n`;
      case 16:
        return depth <= 0
          ? `${at}pass\n`
          : `${at}for j in range(${this.pick(['3', 'i % 4', 'len(xs)', '2'])}):\n${inner()}`;
      case 17:
        return depth <= 0
          ? `${at}pass\n`
          : `${at}try:\n${inner()}${at}    if i % 9 == 4: [][i]\n${at}` +
              `except (IndexError, ZeroDivisionError):\n${at}    c += 3\n`;
      case 18:
        return `${at}u = ${this.expression(1)}\n`;
      case 19:
        return (
          `${at}if i % ${3 + rnd(5)} == 1: ` +
          `${this.pick(['continue', `t = (1, ${any}, 2)`, 'u = 5', 'w = o', 'w = None'])}\n`
        );
      case 20:
        return `${at}o.x, o.y = o.y, ${any}\n`;
      case 21:
        return `${at}d[${this.pick(['i % 5', 'j', 's', '"k"', 'i'])} if len(d) < 9 else 0] = ${any}\n`
          .replace('[', '[str(')
          .replace(' else 0]', ' else 0)]');
      case 22:
        return (
          `${at}s = ` +
          `${this.pick(['s + "c"', '(s * 2)[:7]', 's[1:] + s[0]', '"xy" if i % 3 else s'])}\n${at}s = s[-6:]\n`
        );
      case 23:
        return `${at}for q in gen(${this.pick(['3', 'i % 3'])}): c = clip(c + q)\n`;
      case 24:
        return depth <= 0
          ? `${at}pass\n`
          : `${at}k${at.length} = 0\n${at}while k${at.length} < ` +
              `${1 + rnd(4)}:\n${at}    k${at.length} += 1\n${inner()}`;
      case 25:
        return `${at}for p, q in enumerate(ys): c = clip(c + p * q)\n`;
      case 26:
        return `${at}if i % 11 == 7:\n${at}    u = 1\n${at}elif i % 11 == 9:\n${at}    u = 2\n${at}    del u\n`;
      case 27:
        return `${at}o.bump(${this.expression(1)})\n`;
      case 28:
        return `${at}ys[1:2] = [${any}]\n`;
      default:
        return `${at}${v} = h(${v}, ${this.expression(1)})\n`;
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
    const inFunction = rnd(3) !== 0;
    const body = this.statement(2, '        ') + this.block(2, '        ') + this.block(2, '        ');
    const loop =
      rnd(3) === 0
        ? `    i = 0\n    while i < n:\n        i += 1\n${body}`
        : `    for i in range(${this.pick(['n', '3, n + 3', 'n, 0, -1', '0, n * 2, 2'])}):\n${body}`;
    const init =
      `    a = ${rnd(9)}; b = ` +
      `${this.pick(['1', '0.5', '2', 'M - 40', 'True'])}; c = 0; x = ${this.pick(['0', '1.5', '-3'])}; ${INIT}\n`;
    const tail = '    try: print(u)\n    except NameError as e: print(e)\n';
    if (inFunction)
      return (
        `${PRELUDE}def f():\n    global g\n${init}${loop}    print(` +
        `${SHOWN})\n${tail}try: f()\nexcept Exception as e: print(type(e), e)\n`
      );
    const flat = (text: string): string => text.replace(/^ {4}/gm, '');
    return (
      `${PRELUDE}\n${flat(init)}try:\n${loop}except Exception ` +
      `as e: print(type(e), e)\nprint(${SHOWN})\n${flat(tail)}`
    );
  }
}

/** Returns the random program of a seed. */
export function randomProgram(seed: number): string {
  return new Generator(randomFrom(seed)).program();
}
