/**
 * Random expressions, by the kind of value they are meant to have.
 *
 * Variables have a kind each by their name (`VARIABLES`), so that most operations succeed; a part of the
 * expressions is of any kind at all, so that some do not.
 */
import type { Choices } from './choices.ts';
import { containers } from './containers.ts';
import { CONSTANTS, KINDS, type Kind, VARIABLES } from './kinds.ts';
import { scalars } from './scalars.ts';

export const COMPARES = ['<', '<=', '==', '!=', '>', '>='];
export const ADDITIVE = ['+', '-', '+'];
export const ARITHMETIC = ['+', '-', '*', '+', '-'];

export class Expressions {
  constructor(readonly c: Choices) {}

  /** Returns a variable of a kind. */
  variable(kind: Kind): string {
    return this.c.pick(VARIABLES[kind]);
  }

  /** Returns a kind. */
  kind(): Kind {
    return this.c.pick(['int', 'int', 'int', 'float', 'float', 'bool', 'obj', 'obj', 'str', ...KINDS]);
  }

  /** Returns an expression of a kind. */
  of(kind: Kind, depth: number): string {
    const { c } = this;
    if (c.one(40)) return this.of(this.kind(), depth - 1);
    if (depth <= 0 || c.one(5)) return c.one(3) ? c.pick(CONSTANTS[kind]) : this.variable(kind);
    return c.make(this.makers(kind, (k) => this.of(k, depth - 1)));
  }

  /** Returns something that is a number and no sequence, which a product would make huge. */
  number(kind: 'int' | 'float'): string {
    const { c } = this;
    const some = (): string => c.pick([...VARIABLES[kind].filter((name) => name !== 'j'), ...CONSTANTS[kind]]);
    return c.one(3) ? `(${some()} ${c.pick(['+', '-'])} ${some()})` : some();
  }

  index(): string {
    return this.c.pick(['i % 3', '0', '-1', 'j % 2', '-1 - i % 2', '1', 'i', 'i & 1']);
  }

  slice(): string {
    return this.c.pick(['1:', ':2', '::-1', '::2', 'i % 3:', '-2:', ':-1', 'j % 2:4', ':', '5:1:-2', 'None:i']);
  }

  clause(): string {
    return this.c.pick([
      'for k in range(i % 4)',
      'for k in xs',
      'for k in xs if k',
      'for k in t',
      'for k in d',
      'for k in gen(3)',
      'for k, m in zip(xs, fs)',
      'for k in range(2) for m in range(k + 1)',
      'for k in reversed(xs[:3])',
      'for k, m in enumerate(xs[:3])',
      'for k in map(fib, range(3))',
      'for k in s',
      'for k in nest(2)',
    ]);
  }

  /** Returns one value of anything, as a comprehension over `k` may use it. */
  element(): string {
    return this.c.pick(['k', 'k', '(k, i)', 'a', 'clip(k * 2)', 'o.x', 'str(k)', '[k]', 'k == i', 'k if k else a']);
  }

  private makers(kind: Kind, e: (kind: Kind) => string): readonly (() => string)[] {
    return [...this.common(kind, e), ...scalars(this, kind, e), ...containers(this, kind, e)];
  }

  /** Returns what can be of every kind. */
  private common(kind: Kind, e: (kind: Kind) => string): readonly (() => string)[] {
    const { c } = this;
    return [
      () => `(${e(kind)} if ${e('bool')} else ${e(kind)})`,
      () => `(${e(kind)} ${c.pick(['and', 'or'])} ${e(kind)})`,
      () => `rec(${c.below(4)}, ${e(kind)})`,
      () => `(lambda z, y=${e(this.kind())}: ${c.pick(['z', 'z', '(y, z)[1]'])})(${e(kind)})`,
      () => `apply(lambda z: z, ${e(kind)})`,
      () => `(w := ${e(kind)})`,
      () => `[${e('any')}, ${e(kind)}][1]`,
      () => `(boom(${c.below(9)}), ${e(kind)})[1]`,
    ];
  }
}
