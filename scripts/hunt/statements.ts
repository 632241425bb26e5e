/** Random statements, and the loops and functions that they are in. */
import { Expressions, type Kind } from './expressions.ts';

const EXCEPTIONS = [
  'Exception',
  'Exception',
  'ValueError',
  '(TypeError, ValueError)',
  'LookupError',
  'ArithmeticError',
  'AttributeError',
  'Odd',
  '(KeyError, Odd, TypeError)',
  'StopIteration',
  'NameError',
];

/** Statements that change what a loop may have been compiled for: classes, globals, built-ins, defaults. */
const SHAKES = [
  'A.get = lambda self, d=1: d',
  'A.get = T.get',
  'B.get = wrap(A.get)',
  'A.kind = i',
  'o.kind = 3',
  'o.get = lambda d=1: -d',
  "vars(o).pop('get', None)",
  'A.__add__ = lambda self, z: 11',
  'A.__eq__ = lambda self, z: True',
  'A.__getattr__ = lambda self, k: 6',
  'del A.__add__',
  'A.__len__ = lambda self: 1',
  'A.__bool__ = lambda self: False',
  'B.__bases__ = (A,)',
  'o.__class__ = B',
  'o.__class__ = A',
  'T.x = property(lambda self: 4)',
  'A.x = property(lambda self: 4, lambda self, v: None)',
  'del A.x',
  'A.both = 5',
  'opt.__defaults__ = (i,)',
  'opt.__kwdefaults__ = {"k": 0}',
  'keyed.__kwdefaults__["k"] = i',
  'fib.__code__ = (lambda n: n * 3).__code__',
  'globals()["fib"] = lambda n: n',
  'globals()["len"] = lambda z: 2',
  'globals().pop("len", None)',
  'globals()["range"] = lambda *z: iter((1, 2, 3))',
  'globals().pop("range", None)',
  '__builtins__["abs"] = lambda z: 3',
  '__builtins__["abs"] = real_abs',
  'globals()["g"] = 7',
  'globals()["gf"] = gf + 1',
  'step = counter(0.5)',
  'step = lambda d=1: 4',
  'setattr(A, "st", lambda v=1: 9)',
  'sys.modules[__name__].g = 2',
  'exec("g = g + 1", globals())',
  'o.__dict__ = {"x": 1, "y": 2, "f": 0.5}',
  'o.__dict__["x"] = i',
  'del o.x',
  'delattr(o, "f")',
  'object.__setattr__(o, "x", 3)',
];

export class Statements extends Expressions {
  /** Whether the code is in a function. */
  inside = true;
  /** Names of the function around a nested one that it may bind. */
  shared: readonly string[] = ['a', 'h', 's', 'xs', 'o', 'd'];
  /**
   * Whether what is left when a generator is dropped may be seen: not in a generator, for CPython closes one that is
   * dropped at once.
   */
  private cleanup = true;
  private names = 0;

  private target(): string {
    const { c } = this;
    return c.pick([
      'v',
      'w',
      'o.x',
      'o.x',
      'o.y',
      'o.f',
      'r.x',
      'xs[i % 3]',
      'fs[i % 2]',
      'fs[-1]',
      'd[i % 3]',
      "d['a']",
      'xs[-1]',
      'g',
      'gf',
      'o.both',
      'o[i]',
      'ys[0]',
      'o2.f',
      'T.kind',
      'o.new',
      'r.slot',
    ]);
  }

  private fresh(prefix: string): string {
    this.names++;
    return `${prefix}${this.names}`;
  }

  /** Returns an assignment to a variable of the kind it is meant for. */
  private assign(at: string): string {
    const { c } = this;
    const kind = this.kind();
    const name = this.variable(kind);
    return `${at}${name} = ${this.value(c.one(12) ? this.instead(kind) : kind)}\n`;
  }

  /** Returns a kind that a variable of a kind may hold by mistake: for numbers, nothing that `*` makes huge. */
  private instead(kind: Kind): Kind {
    return this.c.pick(['int', 'float', 'bool', 'obj'].includes(kind) ? ['int', 'float', 'bool', 'obj'] : ['any']);
  }

  /** Returns an expression kept from growing. */
  private value(kind: Kind, depth = 3): string {
    const { c } = this;
    const e = this.of(kind, depth);
    if (kind === 'obj' || kind === 'bool') return e;
    return kind === 'int' && c.one(4)
      ? `${e} ${c.pick(['% 1000003', '& 0xffffffff', '% 2**53', '& 2**64 - 1'])}`
      : `clip(${e})`;
  }

  /** Returns statements in a block of their own. */
  block(depth: number, at: string): string {
    let text = '';
    for (let k = 1 + this.c.below(3); k > 0; k--) text += this.statement(depth, at);
    return text;
  }

  statement(depth: number, at: string): string {
    const { c } = this;
    return depth > 0 && c.one(3) ? this.compound(depth, at) : this.simple(at);
  }

  private simple(at: string): string {
    const { c } = this;
    const line = (text: string) => () => `${at}${text}\n`;
    const lazy = (make: () => string) => () => `${at}${make()}\n`;
    const assign = (): string => this.assign(at);
    return c.make([
      ...[1, 2, 3, 4, 5].map(() => assign),
      ...[1, 2].map(() => lazy(() => `${this.target()} = ${this.value(this.instead(c.pick(['int', 'any'])), 2)}`)),
      () => {
        const target = this.target();
        const op = c.pick(['+=', '-=', '+=', '//=', '|=', '%=', '^=', '/=', '@=']);
        return `${at}${target} ${op} ${this.of(c.pick(['int', 'int', 'float', 'obj', 'any']), 1)}\n${at}${target} = clip(${target})\n`;
      },
      lazy(
        () =>
          `${this.variable('any')}, ${c.pick(['*', ''])}${this.variable('any')} = ${c.pick(['a, b', 't', 'xs[:2]', 'i, j, 3', this.of('tuple', 1), 'o', 's'])}`,
      ),
      lazy(() =>
        c.pick([
          'a, b = b, a',
          'o, o2 = o2, o',
          'xs, ys = ys, xs',
          'a, (b, *v) = i, (j, 2, 3)',
          'o.x, o.y = o.y, o.x',
          'xs[0], xs[-1] = xs[-1], i',
          'o2 = o',
          'ys = xs',
          'w = o',
          'r = o',
          'i, j = j, i',
        ]),
      ),
      lazy(
        () =>
          `xs.${c.pick([`append(${this.of(this.kind(), 1)})`, 'pop()', 'pop(0)', `insert(1, ${this.of('int', 1)})`, 'sort()', 'reverse()', `extend(${this.of(c.pick(['list', 'tuple', 'str']), 1)})`, 'remove(i)', 'clear()'])}; del xs[7:]`,
      ),
      lazy(
        () =>
          `fs.${c.pick([`append(${this.of(c.pick(['float', 'float', 'int', 'any']), 1)})`, 'pop()', 'sort()', `extend(fs)`, 'reverse()', 'insert(0, -0.0)'])}; del fs[6:]`,
      ),
      lazy(
        () =>
          `${this.variable('list')}[${c.pick(['1:2', '::2', ':0', '-1:', 'i % 3:', ':'])}] = ${this.of(c.pick(['list', 'tuple', 'str']), 1)}`,
      ),
      lazy(
        () =>
          `${c.pick(['d.pop(i, 0)', 'd.setdefault(i % 4, a)', 'd.update(a=i)', 'd.clear()', 'd.popitem()', 'd.update(xs and {1: xs})', 'q.add(i % 5)', 'q.discard(i)', 'q.update(xs)', 'q.pop()', 'd[t] = i', 'd[o] = i', 'd |= {2: i}', 'q |= {i % 3}', 'q.clear()'])}`,
      ),
      line('d = clip(d); q = clip(q); s = clip(s); u = clip(u); bs = clip(bs); t = clip(t)'),
      lazy(
        () =>
          `del ${c.pick(['xs[0]', 'd[i]', 'xs[1:]', 'o.x', 'o.y', 'v', 'w', 'fs[-1]', 'o.f', 'o[1]', 't', 'd["a"]'])}`,
      ),
      lazy(() => `note(${c.pick(['"n"', '1'])}, ${this.of(this.kind(), 2)})`),
      lazy(() => `if i % ${2 + c.below(9)} == ${c.below(3)}: ${this.leave()}`),
      lazy(() => `if i ${c.pick(['== 5', '== 8', '> 9', '% 7 == 3', '== 3'])}: ${c.pick(SHAKES)}`),
      lazy(() => c.pick(['g += 1', 'gf += 0.5', 'g = clip(g + a)', 'gs = s', 'gf = clip(gf * h)', 'g = len(gs)'])),
      lazy(
        () =>
          `${this.variable('obj')}.${c.pick(['bump', 'put', 'get', 'st'])}(${this.of(c.pick(['int', 'float', 'any']), 1)})`,
      ),
      lazy(() => `assert ${this.of('bool', 2)}, ${this.variable('any')}`),
      lazy(() => `boom(${c.below(12)})`),
      lazy(() => `raise_ = ${this.of('any', 2)}`),
    ]);
  }

  private leave(): string {
    const { c } = this;
    return c.pick([
      'continue',
      'continue',
      'break',
      'raise KeyError(i)',
      'raise Odd',
      "raise ValueError('v', i) from None",
      'boom(1)',
      'v = None',
      'o = T(i, 2)',
      'o = B(a)',
      'xs = [0.5, i]',
      'xs = []',
      'a = 2**53 - i',
      'a = 0.5',
      'a = None',
      'h = i',
      's = None',
      't = xs',
      this.inside ? 'return a' : 'pass',
      'del a',
      'h = -0.0',
      'fs = [1, 2]',
      'b = True',
      'p = 0',
      'i = 3',
    ]);
  }

  private iterable(): string {
    const { c } = this;
    return c.pick([
      'range(3)',
      'range(i % 4)',
      'range(3, -1, -1)',
      'xs[:4]',
      'xs',
      'ys',
      't',
      'gen(3)',
      'chain(2)',
      's',
      'list(d)',
      'd',
      'nest(3)',
      'reversed(xs)',
      'map(fib, range(3))',
      'filter(None, xs)',
      'bs',
      'fs',
      'o',
      'iter(step, 9)',
      '(z * 2 for z in xs)',
      'sorted(q, key=str)',
      'd.values()',
      'set(xs and (1,))',
      this.of('list', 2),
      this.variable('any'),
    ]);
  }

  private compound(depth: number, at: string): string {
    const { c } = this;
    const within = `${at}    `;
    const inner = (): string => this.block(depth - 1, within);
    const or = (word: string): string => (c.one(3) ? `${at}${word}:\n${inner()}` : '');
    return c.make([
      () =>
        `${at}if ${this.of('bool', 2)}:\n${inner()}${c.one(4) ? `${at}elif ${this.of(this.kind(), 1)}:\n${inner()}` : ''}${or('else')}`,
      () => `${at}if ${this.of('bool', 1)}:\n${inner()}${or('else')}`,
      () => `${at}for j in ${this.iterable()}:\n${within}fuel()\n${inner()}${or('else')}`,
      () => `${at}for j in ${c.pick(['range(3)', 'range(i % 5)', 'range(a & 3)'])}:\n${inner()}${or('else')}`,
      () =>
        `${at}for ${c.pick(['j, v', 'v, (j, *w)', '(j, v)', 'o.x, v', 'xs[0], v'])} in ${c.pick(['enumerate(xs[:4])', 'zip(xs[:3], t)', 'list(d.items())', '[(1, 2), (i, 0.5)]', 'zip(s, fs)', 'd.items()', 'enumerate(zip(xs, fs))', '[(i, (j, 2))]'])}:\n${within}fuel()\n${inner()}${or('else')}`,
      () => {
        const k = this.fresh('n');
        return `${at}${k} = 0\n${at}while ${k} < ${c.pick(['3', 'i % 5', '2.5', 'len(xs)'])} and fuel():\n${within}${k} += 1\n${inner()}${or('else')}`;
      },
      () => `${at}while ${this.of('bool', 2)} and fuel():\n${inner()}${within}if ${this.of('bool', 1)}: break\n`,
      ...[1, 2, 3].map(() => (): string => this.handled(depth, at)),
      () => (this.cleanup ? `${at}try:\n${inner()}${at}finally:\n${inner()}` : this.handled(depth, at)),
      () =>
        `${at}with Ctx(${c.pick(['True', 'False', 'i % 2', this.variable('any')])}) as w${c.one(3) ? ', Ctx(i % 3) as v' : ''}:\n${inner()}`,
      () => `${at}with ${this.variable('obj')} as w:\n${inner()}`,
      () => this.match(depth, at),
      () => this.nested(depth, at),
      () => this.generator(depth, at),
      () => this.driven(at),
      () =>
        `${at}class L(${c.pick(['A', 'B', 'T', '', 'object'])}):\n${within}z = ${this.of('int', 2)}\n${within}def get(self, d=1): return ${c.pick(['i', 'super().get(d)', 'self.z', 'd'])}\n${at}o = L(i) if ${c.below(2)} else o\n`,
    ]);
  }

  private handled(depth: number, at: string): string {
    const { c } = this;
    const within = `${at}    `;
    const inner = (): string => this.block(depth - 1, within);
    const star = c.one(12) ? '*' : '';
    const handler = (): string =>
      `${at}except${star} ${c.pick(EXCEPTIONS)} as e:\n${within}note(*where(e)[:${2 + c.below(2)}])\n${c.one(4) ? inner().replace(/\b(continue|break|return( a)?)\b/g, star === '' ? '$1' : 'pass') : ''}` +
      (c.one(10) ? `${within}${c.pick(['raise', "raise Odd('again')", 'raise ValueError(1) from e'])}\n` : '');
    return (
      `${at}try:\n${inner()}${handler()}${c.one(4) ? handler() : ''}` +
      `${c.one(4) ? `${at}else:\n${inner()}` : ''}${this.cleanup && c.one(3) ? `${at}finally:\n${inner()}` : ''}`
    );
  }

  private match(depth: number, at: string): string {
    const { c } = this;
    const pattern = (): string =>
      c.pick([
        'int()',
        'None',
        '[v, w]',
        "'a'",
        '0 | 1',
        'A(x=1)',
        'A(x=v)',
        '[v, *_]',
        "{'a': v}",
        '{1: v, **w}',
        'float(h)',
        'str() as u',
        'bool()',
        '(1, v)',
        'T(x=int(a))',
        '[int(), *w]',
        'True',
        '-1',
        'B() | T()',
      ]);
    let text = `${at}match ${this.of(this.kind(), 2)}:\n`;
    for (let k = 1 + c.below(3); k > 0; k--)
      text += `${at}    case ${pattern()}${c.one(4) ? ` if ${this.of('bool', 1)}` : ''}:\n${this.block(depth - 1, `${at}        `)}`;
    return c.one(2) ? text : `${text}${at}    case _:\n${this.block(depth - 1, `${at}        `)}`;
  }

  /** Returns a nested function that shares variables with the loop around it, and calls of it. */
  private nested(depth: number, at: string): string {
    const { c } = this;
    const name = this.fresh('f');
    const within = `${at}    `;
    const shared = c.some(this.shared);
    const before = this.inside;
    this.inside = true;
    const body = this.block(depth - 1, within).replace(/\b(continue|break)\b/g, 'return 1');
    this.inside = before;
    const head =
      shared.length > 0 ? `${within}nonlocal ${shared.join(', ')}\n` : this.inside ? '' : `${within}global a, h\n`;
    return (
      `${at}def ${name}(b=${this.of('int', 1)}, ${c.pick(['*z', 'c=2', '*, c=i', 'c=1, /, *z'])}):\n${head}${within}j = 0; k = l = 0.5; v = w = None\n${body}${within}return ${this.of(this.kind(), 2)}\n` +
      `${at}${this.variable(this.kind())} = clip(${name}(${c.pick(['', this.of('int', 1), '*xs[:1]', 'b=i'])}))\n`
    );
  }

  private generator(depth: number, at: string): string {
    const { c } = this;
    const name = this.fresh('y');
    const within = `${at}    `;
    const before = this.inside;
    this.inside = true;
    this.cleanup = false;
    const body = this.block(depth - 1, within).replace(/\b(continue|break)\b/g, 'return 1');
    this.inside = before;
    this.cleanup = true;
    return (
      `${at}def ${name}(a=1, b=2):\n${within}c = j = 0; h = 0.5; v = None\n${within}v = yield ${this.of('int', 1)}\n${body}` +
      `${within}${c.pick(['yield v', 'yield from xs[:2]', 'yield from gen(2, i)', 'w = yield', 'return 5'])}\n` +
      `${at}for j in ${name}(${c.pick(['', 'i', 'b=a'])}):\n${within}fuel()\n${this.block(0, within)}`
    );
  }

  /** Returns statements that drive a generator by hand. */
  private driven(at: string): string {
    const { c } = this;
    const step = (): string =>
      c.pick([
        'v = next(y)',
        `v = y.send(${this.of('int', 1)})`,
        'y.close()',
        'y.throw(Odd(1))',
        'v = list(y)',
        'v = next(y, 8)',
        'note(y.gi_frame is None)',
      ]);
    return `${at}y = ${c.pick(['gen(3, i)', 'chain(3)', 'nest(2)', '(z for z in xs)', 'iter(xs)'])}\n${at}${c.pick(['v = next(y, 0)', 'v = y.send(None)', 'pass'])}\n${at}${step()}\n${at}${step()}\n`;
  }
}
