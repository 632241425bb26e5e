/** Random simple statements. */
import { joined } from './choices.ts';
import { Expressions } from './expressions.ts';
import type { Kind } from './kinds.ts';
import { SHAKES } from './shakes.ts';

export abstract class Statements extends Expressions {
  /** Whether the code is in a function. */
  inside = true;
  /** Names of the function around a nested one that it may bind. */
  shared: readonly string[] = ['a', 'h', 's', 'xs', 'o', 'd'];
  /**
   * Whether what is left when a generator is dropped may be seen: not in a generator, for CPython closes one that is
   * dropped at once.
   */
  protected cleanup = true;
  protected names = 0;

  /** Returns a statement with blocks of its own. */
  protected abstract compound(depth: number, at: string): string;

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

  protected fresh(prefix: string): string {
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
        return joined(
          at,
          target,
          ` `,
          op,
          ` `,
          this.of(c.pick(['int', 'int', 'float', 'obj', 'any']), 1),
          `\n`,
          at,
          target,
          ` = clip(`,
          target,
          `)\n`,
        );
      },
      lazy(() =>
        joined(
          this.variable('any'),
          `, `,
          c.pick(['*', '']),
          this.variable('any'),
          ` = `,
          c.pick(['a, b', 't', 'xs[:2]', 'i, j, 3', this.of('tuple', 1), 'o', 's']),
        ),
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
      lazy(() =>
        joined(
          `xs.`,
          c.pick([
            `append(${this.of(this.kind(), 1)})`,
            'pop()',
            'pop(0)',
            `insert(1, ${this.of('int', 1)})`,
            'sort()',
            'reverse()',
            `extend(${this.of(c.pick(['list', 'tuple', 'str']), 1)})`,
            'remove(i)',
            'clear()',
          ]),
          `; del xs[7:]`,
        ),
      ),
      lazy(() =>
        joined(
          `fs.`,
          c.pick([
            `append(${this.of(c.pick(['float', 'float', 'int', 'any']), 1)})`,
            'pop()',
            'sort()',
            `extend(fs)`,
            'reverse()',
            'insert(0, -0.0)',
          ]),
          `; del fs[6:]`,
        ),
      ),
      () => {
        const list = this.variable('list');
        const part = c.pick(['1:2', '::2', ':0', '-1:', 'i % 3:', ':']);
        return joined(
          at,
          list,
          `[`,
          part,
          `] = `,
          this.of(c.pick(['list', 'tuple', 'str']), 1),
          `; del `,
          list,
          `[8:]\n`,
        );
      },
      lazy(() =>
        joined(
          c.pick([
            'd.pop(i, 0)',
            'd.setdefault(i % 4, a)',
            'd.update(a=i)',
            'd.clear()',
            'd.popitem()',
            'd.update(xs and {1: xs})',
            'q.add(i % 5)',
            'q.discard(i)',
            'q.update(xs)',
            'q.pop() if all(type(k) is int for k in q) else q.clear()',
            'd[t] = i',
            'd[o] = i',
            'd |= {2: i}',
            'q |= {i % 3}',
            'q.clear()',
          ]),
        ),
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
      lazy(() =>
        joined(
          this.variable('obj'),
          `.`,
          c.pick(['bump', 'put', 'get', 'st']),
          `(`,
          this.of(c.pick(['int', 'float', 'any']), 1),
          `)`,
        ),
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
}
