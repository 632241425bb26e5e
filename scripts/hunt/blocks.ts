/** Random compound statements: branches, loops, handlers, matches, functions and generators within the loop. */
import { joined } from './choices.ts';
import { Statements } from './statements.ts';

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

export class Blocks extends Statements {
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

  protected override compound(depth: number, at: string): string {
    const { c } = this;
    const within = `${at}    `;
    const inner = (): string => this.block(depth - 1, within);
    const or = (word: string): string => (c.one(3) ? `${at}${word}:\n${inner()}` : '');
    return c.make([
      () =>
        joined(
          at,
          `if `,
          this.of('bool', 2),
          `:\n`,
          inner(),
          c.one(4) ? `${at}elif ${this.of(this.kind(), 1)}:\n${inner()}` : '',
          or('else'),
        ),
      () => `${at}if ${this.of('bool', 1)}:\n${inner()}${or('else')}`,
      () => `${at}for j in ${this.iterable()}:\n${within}fuel()\n${inner()}${or('else')}`,
      () => `${at}for j in ${c.pick(['range(3)', 'range(i % 5)', 'range(a & 3)'])}:\n${inner()}${or('else')}`,
      () =>
        joined(
          at,
          `for `,
          c.pick(['j, v', 'v, (j, *w)', '(j, v)', 'o.x, v', 'xs[0], v']),
          ` in `,
          c.pick([
            'enumerate(xs[:4])',
            'zip(xs[:3], t)',
            'list(d.items())',
            '[(1, 2), (i, 0.5)]',
            'zip(s, fs)',
            'd.items()',
            'enumerate(zip(xs, fs))',
            '[(i, (j, 2))]',
          ]),
          `:\n`,
          within,
          `fuel()\n`,
          inner(),
          or('else'),
        ),
      () => {
        const k = this.fresh('n');
        return joined(
          at,
          k,
          ` = 0\n`,
          at,
          `while `,
          k,
          ` < `,
          c.pick(['3', 'i % 5', '2.5', 'len(xs)']),
          ` and fuel():\n`,
          within,
          k,
          ` += 1\n`,
          inner(),
          or('else'),
        );
      },
      () => `${at}while ${this.of('bool', 2)} and fuel():\n${inner()}${within}if ${this.of('bool', 1)}: break\n`,
      ...[1, 2, 3].map(() => (): string => this.handled(depth, at)),
      () => (this.cleanup ? `${at}try:\n${inner()}${at}finally:\n${inner()}` : this.handled(depth, at)),
      () =>
        joined(
          at,
          `with Ctx(`,
          c.pick(['True', 'False', 'i % 2', this.variable('any')]),
          `) as w`,
          c.one(3) ? ', Ctx(i % 3) as v' : '',
          `:\n`,
          inner(),
        ),
      () => `${at}with ${this.variable('obj')} as w:\n${inner()}`,
      () => this.match(depth, at),
      () => this.nested(depth, at),
      () => this.generator(depth, at),
      () => this.driven(at),
      () =>
        joined(
          at,
          `class L(`,
          c.pick(['A', 'B', 'T', '', 'object']),
          `):\n`,
          within,
          `z = `,
          this.of('int', 2),
          `\n`,
          within,
          `def get(self, d=1): return `,
          c.pick(['i', 'super().get(d)', 'self.z', 'd']),
          `\n`,
          at,
          `o = L(i) if `,
          c.below(2),
          ` else o\n`,
        ),
    ]);
  }

  private handled(depth: number, at: string): string {
    const { c } = this;
    const within = `${at}    `;
    const inner = (): string => this.block(depth - 1, within);
    const star = c.one(12) ? '*' : '';
    const handler = (): string =>
      joined(
        at,
        `except`,
        star,
        ` `,
        c.pick(EXCEPTIONS),
        ` as e:\n`,
        within,
        `note(*where(e)[:`,
        2 + c.below(2),
        `])\n`,
        c.one(4) ? inner().replace(/\b(continue|break|return( a)?)\b/g, star === '' ? '$1' : 'pass') : '',
      ) + (c.one(10) ? `${within}${c.pick(['raise', "raise Odd('again')", 'raise ValueError(1) from e'])}\n` : '');
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
      text += joined(
        at,
        `    case `,
        pattern(),
        c.one(4) ? ` if ${this.of('bool', 1)}` : '',
        `:\n`,
        this.block(depth - 1, `${at}        `),
      );
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
    return `${joined(
      at,
      `def `,
      name,
      `(b=`,
      this.of('int', 1),
      `, `,
      c.pick(['*z', 'c=2', '*, c=i', 'c=1, /, *z']),
      `):\n`,
      head,
      within,
      `j = 0; k = l = 0.5; v = w = None\n`,
      body,
      within,
      `return `,
      this.of(this.kind(), 2),
      `\n`,
    )}${at}${this.variable(this.kind())} = clip(${name}(${c.pick(['', this.of('int', 1), '*xs[:1]', 'b=i'])}))\n`;
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
      joined(
        at,
        `def `,
        name,
        `(a=1, b=2):\n`,
        within,
        `c = j = 0; h = 0.5; v = None\n`,
        within,
        `v = yield `,
        this.of('int', 1),
        `\n`,
        body,
      ) +
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
    return joined(
      at,
      `y = `,
      c.pick(['gen(3, i)', 'chain(3)', 'nest(2)', '(z for z in xs)', 'iter(xs)']),
      `\n`,
      at,
      c.pick(['v = next(y, 0)', 'v = y.send(None)', 'pass']),
      `\n`,
      at,
      step(),
      `\n`,
      at,
      step(),
      `\n`,
    );
  }
}
