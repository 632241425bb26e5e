/** Random expressions that are numbers, truth values or texts. */
import { joined } from './choices.ts';
import { ADDITIVE, COMPARES, type Expressions } from './expressions.ts';
import type { Kind } from './kinds.ts';

/** Lists makers of expressions of a kind, in which expressions of other kinds may stand. */
export function scalars(x: Expressions, kind: Kind, e: (kind: Kind) => string): readonly (() => string)[] {
  const { c } = x;
  const op = (): string => c.pick(ADDITIVE);
  switch (kind) {
    case 'int':
      return [
        ...[1, 2, 3].map(() => (): string => `(${e('int')} ${op()} ${e('int')})`),
        ...[1, 2].map(() => (): string => `(${x.number('int')} * ${x.number('int')})`),
        () =>
          joined(
            `(`,
            e('int'),
            ` `,
            c.pick(['//', '%']),
            ` `,
            c.pick(['7', '3', '-5', '1000003', '2**31', `(${e('int')} or 1)`]),
            `)`,
          ),
        () => `(${e('int')} ${c.pick(['&', '|', '^'])} ${e('int')})`,
        () => `(${e('int')} >> ${c.pick(['1', '7', '31', '33', '(i % 70)'])})`,
        () => `((${e('int')} & 0xffff) << ${c.pick(['1', '16', '31', '37', '(i % 50)'])})`,
        () => `${c.pick(['-', '~', '+'])}${e('int')}`,
        () =>
          joined(
            c.pick(['abs', 'int', 'fib_', 'round', 'hash_']).replace('fib_', 'abs').replace('hash_', 'int'),
            `(`,
            e('int'),
            `)`,
          ),
        () => `${c.pick(['min', 'max'])}(${e('int')}, ${e('int')})`,
        () => `int(clip(${e('float')}) or 1.0)`,
        () => `len(${e(c.pick(['list', 'str', 'tuple', 'dict', 'set', 'bytes']))})`,
        () => `sum(${c.pick(['xs', 't', '[k for k in xs if k]', 'gen(3, i)', 'range(i % 6)'])})`,
        () => `xs[${x.index()}]`,
        () => `t[${x.index()}]`,
        () => `o.${c.pick(['x', 'y', 'x', 'get()', 'bump(2)', 'get(0)', 'z', 'st(2)'])}`,
        () => `T(${e('int')}).x`,
        () => `d.get(${c.pick(['i % 5', "'a'", 's', 'a'])}, ${e('int')})`,
        () => `ord(${c.pick(['s', 's[0]', "'a'", "(s or 'q')[-1]"])})`,
        () => `(${e('int')}).bit_length()`,
        () => `divmod(${e('int')}, ${c.pick(['7', '-3', 'a'])})[${c.below(2)}]`,
        () => `pow(${e('int')}, ${c.pick(['2', '3', '2, 1000'])})`,
        () => `fib(${c.pick(['i % 6', '4', 'j & 3'])})`,
        () => `step(${c.pick(['', e('int')])})`,
        () =>
          joined(
            `opt(`,
            c.pick([
              e('int'),
              `${e('int')}, ${e('int')}`,
              `*${e('list')}`,
              `i, k=${e('int')}`,
              `**{'p': i, 'z': 2}`,
              '1, 2, 3, *t',
              `q=i, p=${e('int')}`,
            ]),
            `)`,
          ),
        () => `keyed(${c.pick(['', 'k=i', 'm=a, k=2', "**{'m': i}"])})`,
        () => c.pick(['g', 'len(log)', 'i', 'fuse', 'bs[0]', 'xs.count(1)', "s.find('a')", 'B.kind', 'a.real']),
        () => `sum(${x.element()} ${x.clause()})`,
        () => `(${e('bool')} + ${e('int')})`,
        () => `int(${c.pick(["'12'", "'-7'", "'0x1f', 16", "s or '3'", 'str(i)'])})`,
      ];
    case 'float':
      return [
        ...[1, 2].map(() => (): string => `(${e('float')} ${op()} ${e(c.pick(['float', 'int']))})`),
        ...[1, 2].map(() => (): string => `(${x.number('float')} * ${x.number(c.pick(['float', 'int']))})`),
        () => `(${e('int')} ${c.pick(['/', '+', '-'])} ${c.pick(['4', '0.5', '3.0', 'h'])})`,
        () => `(${e('float')} ${c.pick(['/', '//', '%'])} ${c.pick(['3', '0.5', '-2.5', '(h or 1)', 'k'])})`,
        () => `float(${e(c.pick(['int', 'bool', 'float']))})`,
        () => `-${e('float')}`,
        () => `abs(${e('float')})`,
        () => `round(${e('float')}, ${c.below(4)})`,
        () => `${c.pick(['min', 'max'])}(${e('float')}, ${e(c.pick(['float', 'int']))})`,
        () => `fs[${x.index()}]`,
        () => `sum(fs)`,
        () => `(abs(${e('float')}) ** 0.5)`,
        () => `(${e('float')} ** 2)`,
        () => c.pick(['o.f', 'gf', 'T(1).f', "float('1e3')", '(1.5).real', 'o.bump(0.5)', 'r.f']),
      ];
    case 'bool': {
      const same = c.pick(['int', 'float', 'str', 'int', 'tuple', 'list', 'obj'] as const);
      return [
        () => `(${e('int')} ${c.pick(COMPARES)} ${e('int')})`,
        () => `(${e('float')} ${c.pick(COMPARES)} ${e(c.pick(['float', 'int']))})`,
        () => `(${e(same)} ${c.pick(COMPARES)} ${e(same)})`,
        () => `(${e('any')} ${c.pick(['==', '!='])} ${e('any')})`,
        () => `(not ${e('any')})`,
        () => `(${e('int')} < ${e('int')} ${c.pick(COMPARES)} ${e('int')})`,
        () => `(${e('int')} ${c.pick(['in', 'not in'])} ${e(c.pick(['list', 'tuple', 'dict', 'set']))})`,
        () => `(${e('str')} in ${e('str')})`,
        () =>
          joined(
            `(`,
            x.variable(x.kind()),
            ` `,
            c.pick(['is', 'is not']),
            ` `,
            c.pick(['None', 'o', 'o2', 'xs', 'w', 'True']),
            `)`,
          ),
        () => `isinstance(${e('any')}, ${c.pick(['int', 'float', '(str, list)', 'A', 'B', 'bool', 'object'])})`,
        () => `${c.pick(['any', 'all'])}(${x.element()} ${x.clause()})`,
        () => `bool(${e('any')})`,
        () => `hasattr(${e('obj')}, ${c.pick(["'x'", "'z'", "'both'"])})`,
        () => `${e('str')}.${c.pick(["startswith('a')", 'isdigit()', 'isalpha()', "endswith(('c', 'b'))"])}`,
        () => `(${e('bool')} ${c.pick(['&', '|', '^'])} ${e('bool')})`,
        () => `callable(${e('any')})`,
      ];
    }
    case 'str':
      return [
        () => `(${e('str')} + ${e('str')})`,
        () => `(${e('str')} * ${c.pick(['2', 'i % 3', '0', '-1'])})`,
        () => `${e('str')}[${x.slice()}]`,
        () => `s[${x.index()}]`,
        () =>
          joined(
            `f'{`,
            x.variable(x.kind()),
            `!r:.9}{`,
            x.variable('int'),
            `:`,
            c.pick(['>5', '04', 'x', ',', '+', '^7', 'b', '']),
            `}'`,
          ),
        () =>
          joined(
            `f'{`,
            x.variable('float'),
            `:`,
            c.pick(['.2f', 'g', '>9.1e', '%', '', '+.3']),
            `}{`,
            x.variable('str'),
            `:>4}'`,
          ),
        () => `'%${c.pick(['d', 's', 'r', '5.1f', 'x'])}|%s' % (${x.variable('int')}, ${e('str')})`,
        () => `'{}-{0}'.format(${e('int')})`.replace('{}-{0}', '{0}-{1!r:.8}').replace(')', `, ${x.variable('any')})`),
        () => `str(${e(x.kind())})[:9]`,
        () => `repr(${e(c.pick(['int', 'float', 'str', 'tuple', 'list']))})[:20]`,
        () =>
          joined(
            c.pick(["','", "''", 's']),
            `.join(`,
            c.pick(["['a', 'b']", 's', '[str(k) for k in xs]', 'map(str, t)', "(s, 'x')"]),
            `)`,
          ),
        () =>
          joined(
            e('str'),
            `.`,
            c.pick([
              'upper()',
              "replace('a', 'bc')",
              'strip()',
              'title()',
              'zfill(4)',
              "center(5, '*')",
              'swapcase()',
              'lower()',
              "split('b')[0]",
              "partition('a')[2]",
            ]),
          ),
        () => `chr(${c.pick(['97 + i % 26', '0x1f600', 'a & 0xff', 'i'])})`,
        () => c.pick(['gs', 'A.__name__', 'type(v).__name__', 'hex(i)', 'bin(a & 7)', 'show(o)']),
      ];
    default:
      return [];
  }
}
