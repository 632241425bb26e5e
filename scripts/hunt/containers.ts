/** Random expressions that are containers, objects, or anything. */
import { joined } from './choices.ts';
import { ADDITIVE, ARITHMETIC, type Expressions } from './expressions.ts';
import type { Kind } from './kinds.ts';

/** Lists makers of expressions of a kind, in which expressions of other kinds may stand. */
export function containers(x: Expressions, kind: Kind, e: (kind: Kind) => string): readonly (() => string)[] {
  const { c } = x;
  switch (kind) {
    case 'bytes':
      return [
        () => `bs[${x.slice()}]`,
        () => `(${e('bytes')} + ${e('bytes')})`,
        () => `bytes(${c.pick(['i % 4', '[i & 255]', '(1, 2)', 'xs'])})`,
        () => `${e('str')}.encode(${c.pick(['', "'latin-1', 'replace'", "'utf-16'", "'utf-8', 'surrogatepass'"])})`,
        () => `bytes(bytearray(${e('bytes')}))`,
        () => `${e('bytes')}.${c.pick(["replace(b'a', b'')", 'upper()', "strip(b'a')", 'hex().encode()'])}`,
      ];
    case 'list':
      return [
        () => `[${e(x.kind())}, ${e(x.kind())}]`,
        () => `[${x.element()} ${x.clause()}]`,
        () => `[clip(k) + ${x.variable('int')} for k in xs]`,
        () => `[*${e(c.pick(['list', 'tuple', 'str']))}, ${x.variable('int')}]`,
        () => `${x.variable('list')}[${x.slice()}]`,
        () => `(${e('list')} + ${e('list')})`,
        () => `(${e('list')} * ${c.pick(['2', 'i % 3'])})`,
        () => `sorted(${e('list')}${c.pick(['', ', reverse=True', ', key=str', ', key=lambda z: -z'])})`,
        () =>
          joined(
            `list(`,
            c.pick([
              'range(i % 5)',
              'map(fib, xs)',
              'zip(xs, fs)',
              'd',
              'd.items()',
              'reversed(xs)',
              'gen(3, a)',
              'filter(None, xs)',
              'chain(2)',
              't',
              'nest(3)',
              'enumerate(s)',
              'o',
            ]),
            `)`,
          ),
        () => `${x.variable('list')}.copy()`,
        () => `${e('str')}.split(${c.pick(["'b'", '', "','"])})`,
        () => `[[k] for k in ${x.variable('list')}]`,
      ];
    case 'tuple':
      return [
        () => `(${e(x.kind())}, ${e(x.kind())})`,
        () => `(*${e('list')}, ${e('int')})`,
        () => `t[${x.slice()}]`,
        () => `(t + ${e('tuple')})`,
        () => `tuple(${e('list')})`,
        () => `(lambda *z: z)(${x.variable('int')}, *${e('list')})`,
        () => `tuple(${x.element()} ${x.clause()})`,
        () => 'o.both',
        () => `divmod(${e('int')}, 7)`,
      ];
    case 'dict':
      return [
        () => `{${e('int')}: ${e('any')}, ${e('str')}: ${e('int')}}`,
        () => `{${c.pick(['k', 'str(k)'])}: ${x.element()} ${x.clause()}}`,
        () => `{**d, ${e('str')}: i}`,
        () => `(d | {${e('int')}: 1})`,
        () => `dict(${c.pick(['d', 'zip(xs, fs)', 'a=1, b=i', 'enumerate(s)', '[(1, 2), (i, 3)]'])})`,
        () => `(lambda **z: z)(a=${e('int')}, b=i)`,
        () => 'd.copy()',
      ];
    case 'set':
      return [
        () => `{${e('int')}, ${e('int')}}`,
        () => `{${c.pick(['k', 'str(k)', 'k == 1'])} ${x.clause()}}`,
        () => `(q ${c.pick(['|', '&', '-', '^'])} ${e('set')})`,
        () => `set(${e(c.pick(['list', 'str', 'tuple']))})`,
      ];
    case 'obj':
      return [
        () =>
          joined(
            c.pick(['A', 'B', 'T', 'E', 'A']),
            `(`,
            e(x.kind()),
            c.pick(['', `, ${e('int')}`, `, y=${e('float')}`]),
            `)`,
          ),
        () => `${x.variable('obj')}.put(${e(x.kind())})`,
        () =>
          joined(
            `(`,
            e('obj'),
            ` `,
            c.pick([...ARITHMETIC, '/', '//', '%', '&', '|', '^', '<<', '>>', '@', '**']),
            ` `,
            e(c.pick(['int', 'obj', 'float', 'any'])),
            `)`,
          ),
        () =>
          joined(
            `(`,
            e(c.pick(['int', 'str', 'float', 'list'])),
            ` `,
            c.pick([...ARITHMETIC, '/', '|', '@', '//', '%']),
            ` `,
            e('obj'),
            `)`,
          ),
        () => `${c.pick(['-', '~', '+'])}${e('obj')}`,
        () => `${c.pick(['A', 'B', 'r', 'o'])}.cl(${e('int')})`,
        () => `[A(k) for k in xs][${x.index()}]`,
      ];
    case 'any':
      return [
        ...[1, 2, 3].map(() => (): string => e(x.kind())),
        () =>
          joined(
            x.variable('obj'),
            `.`,
            c.pick(['both', 'x', 'y', 'kind', 'q', 'slot', 'desc', '__dict__', 'get', '__class__.__name__']),
          ),
        () => `${x.variable('obj')}[${e('int')}]`,
        () => `${x.variable('obj')}(${e('int')})`,
        () => `d[${e(c.pick(['int', 'str', 'tuple']))}]`,
        () =>
          joined(
            `(`,
            e('any'),
            ` `,
            c.pick([...[...ADDITIVE, '%', '//', '/', '|', '&', '@'].map((op) => `${op} ${e('any')}`), '** 2', '<< 3']),
            `)`,
          ),
        () => `${x.variable('list')}[${x.slice()}]`,
        () => `getattr(${x.variable('obj')}, ${c.pick(["'x'", "'f'", "'both'", "'nope', 3", "'get'"])})`,
        () => `next(iter(${e(c.pick(['list', 'tuple', 'obj', 'str']))}), 9)`,
        () =>
          joined(
            c
              .pick(['len', 'abs', 'iter', 'type', 'str', 'hash_', 'int', 'float', 'bool', 'list', 'callable'])
              .replace('hash_', 'repr'),
            `(`,
            e('any'),
            `)`,
          ),
        () => `(yes := ${e('any')})`,
        () => 'sys.exc_info()[1]',
      ];
    default:
      return [];
  }
}
