/**
 * Random expressions, by the kind of value they are meant to have.
 *
 * Variables have a kind each by their name (`VARIABLES`), so that most operations succeed; a part of the
 * expressions is of any kind at all, so that some do not.
 */
import type { Choices } from './choices.ts';

export type Kind = 'int' | 'float' | 'bool' | 'str' | 'bytes' | 'list' | 'tuple' | 'dict' | 'set' | 'obj' | 'any';

export const VARIABLES: Record<Kind, readonly string[]> = {
  int: ['a', 'b', 'c', 'i', 'j'],
  float: ['h', 'k', 'l'],
  bool: ['p'],
  str: ['s', 'u'],
  bytes: ['bs'],
  list: ['xs', 'fs', 'ys'],
  tuple: ['t'],
  dict: ['d'],
  set: ['q'],
  obj: ['o', 'o2', 'r'],
  any: ['v', 'w'],
};

export const KINDS = Object.keys(VARIABLES) as Kind[];

export const CONSTANTS: Record<Kind, readonly string[]> = {
  int: [
    '0',
    '1',
    '-1',
    '2',
    '3',
    '7',
    '-5',
    '10',
    '255',
    '1000003',
    '2**31',
    '2**31 - 1',
    '-2**31',
    '2**32',
    '2**53',
    '2**53 - 1',
    '-2**53 + 1',
    '2**63 - 1',
    '-2**63',
    '2**64',
    '2**64 - 1',
    '10**20',
    'True',
  ],
  float: [
    '0.0',
    '-0.0',
    '0.5',
    '1.5',
    '-3.0',
    '2.5',
    '1e16',
    '1e-5',
    '1e308',
    '5e-324',
    "float('inf')",
    "float('nan')",
    '9007199254740993.0',
    '4.0',
  ],
  bool: ['True', 'False'],
  str: ["''", "'a'", "'xyz'", "'é😀b'", "'12'", "' pad '", "'A,b,c'", "'\\ud800'", "'\\x00'", "'ß'"],
  bytes: ["b''", "b'ab'", "b'\\x00\\xff'", "b'1,2'"],
  list: ['[]', '[1, 2, 3]', '[0.5, 1.5]', '[1, 2.5]', "['a', 1, None]", '[3, 1, 2] * 2', '[[1], [2]]', '[True, False]'],
  tuple: ['()', '(1,)', '(1, 2)', "(1, 'b', None)", '((1, 2), 3)', '(0.5, -0.0)'],
  dict: ['{}', "{'a': 1}", "{1: 2, 'b': 0.5}", '{1: 1, True: 2, 1.0: 3}', '{(1, 2): 3}'],
  set: ['set()', '{1, 2}', "{1, 'a'}", '{0.5, 1, True}'],
  obj: ['A()', 'A(1, 2)', 'B(2)', 'T(1, 0.5)', 'C()', 'E(3)', 'A(0.5, 1)'],
  any: [
    'None',
    '1j',
    '...',
    'NotImplemented',
    'range(3)',
    'slice(1)',
    'len',
    'A',
    'int',
    'fib',
    'frozenset({1})',
    'object',
  ],
};

const COMPARES = ['<', '<=', '==', '!=', '>', '>='];
const ADDITIVE = ['+', '-', '+'];
const ARITHMETIC = ['+', '-', '*', '+', '-'];

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
    return c.make(this.makers(kind, depth - 1, (k) => this.of(k, depth - 1)));
  }

  /** Returns something that is a number and no sequence, which a product would make huge. */
  number(kind: 'int' | 'float'): string {
    const { c } = this;
    const some = (): string => c.pick([...VARIABLES[kind].filter((name) => name !== 'j'), ...CONSTANTS[kind]]);
    return c.one(3) ? `(${some()} ${c.pick(['+', '-'])} ${some()})` : some();
  }

  private index(): string {
    return this.c.pick(['i % 3', '0', '-1', 'j % 2', '-1 - i % 2', '1', 'i', 'i & 1']);
  }

  private slice(): string {
    return this.c.pick(['1:', ':2', '::-1', '::2', 'i % 3:', '-2:', ':-1', 'j % 2:4', ':', '5:1:-2', 'None:i']);
  }

  private clause(): string {
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
  private element(): string {
    return this.c.pick(['k', 'k', '(k, i)', 'a', 'clip(k * 2)', 'o.x', 'str(k)', '[k]', 'k == i', 'k if k else a']);
  }

  private makers(kind: Kind, depth: number, e: (kind: Kind) => string): readonly (() => string)[] {
    return [...this.common(kind, e), ...this.particular(kind, e)];
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

  private particular(kind: Kind, e: (kind: Kind) => string): readonly (() => string)[] {
    const { c } = this;
    const op = (): string => c.pick(ADDITIVE);
    switch (kind) {
      case 'int':
        return [
          ...[1, 2, 3].map(() => (): string => `(${e('int')} ${op()} ${e('int')})`),
          ...[1, 2].map(() => (): string => `(${this.number('int')} * ${this.number('int')})`),
          () =>
            `(${e('int')} ${c.pick(['//', '%'])} ${c.pick(['7', '3', '-5', '1000003', '2**31', `(${e('int')} or 1)`])})`,
          () => `(${e('int')} ${c.pick(['&', '|', '^'])} ${e('int')})`,
          () => `(${e('int')} >> ${c.pick(['1', '7', '31', '33', '(i % 70)'])})`,
          () => `((${e('int')} & 0xffff) << ${c.pick(['1', '16', '31', '37', '(i % 50)'])})`,
          () => `${c.pick(['-', '~', '+'])}${e('int')}`,
          () =>
            `${c.pick(['abs', 'int', 'fib_', 'round', 'hash_']).replace('fib_', 'abs').replace('hash_', 'int')}(${e('int')})`,
          () => `${c.pick(['min', 'max'])}(${e('int')}, ${e('int')})`,
          () => `int(clip(${e('float')}) or 1.0)`,
          () => `len(${e(c.pick(['list', 'str', 'tuple', 'dict', 'set', 'bytes']))})`,
          () => `sum(${c.pick(['xs', 't', '[k for k in xs if k]', 'gen(3, i)', 'range(i % 6)'])})`,
          () => `xs[${this.index()}]`,
          () => `t[${this.index()}]`,
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
            `opt(${c.pick([e('int'), `${e('int')}, ${e('int')}`, `*${e('list')}`, `i, k=${e('int')}`, `**{'p': i, 'z': 2}`, '1, 2, 3, *t', `q=i, p=${e('int')}`])})`,
          () => `keyed(${c.pick(['', 'k=i', 'm=a, k=2', "**{'m': i}"])})`,
          () => c.pick(['g', 'len(log)', 'i', 'fuse', 'bs[0]', 'xs.count(1)', "s.find('a')", 'B.kind', 'a.real']),
          () => `sum(${this.element()} ${this.clause()})`,
          () => `(${e('bool')} + ${e('int')})`,
          () => `int(${c.pick(["'12'", "'-7'", "'0x1f', 16", "s or '3'", 'str(i)'])})`,
        ];
      case 'float':
        return [
          ...[1, 2].map(() => (): string => `(${e('float')} ${op()} ${e(c.pick(['float', 'int']))})`),
          ...[1, 2].map(() => (): string => `(${this.number('float')} * ${this.number(c.pick(['float', 'int']))})`),
          () => `(${e('int')} ${c.pick(['/', '+', '-'])} ${c.pick(['4', '0.5', '3.0', 'h'])})`,
          () => `(${e('float')} ${c.pick(['/', '//', '%'])} ${c.pick(['3', '0.5', '-2.5', '(h or 1)', 'k'])})`,
          () => `float(${e(c.pick(['int', 'bool', 'float']))})`,
          () => `-${e('float')}`,
          () => `abs(${e('float')})`,
          () => `round(${e('float')}, ${c.below(4)})`,
          () => `${c.pick(['min', 'max'])}(${e('float')}, ${e(c.pick(['float', 'int']))})`,
          () => `fs[${this.index()}]`,
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
            `(${this.variable(this.kind())} ${c.pick(['is', 'is not'])} ${c.pick(['None', 'o', 'o2', 'xs', 'w', 'True'])})`,
          () => `isinstance(${e('any')}, ${c.pick(['int', 'float', '(str, list)', 'A', 'B', 'bool', 'object'])})`,
          () => `${c.pick(['any', 'all'])}(${this.element()} ${this.clause()})`,
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
          () => `${e('str')}[${this.slice()}]`,
          () => `s[${this.index()}]`,
          () =>
            `f'{${this.variable(this.kind())}!r:.9}{${this.variable('int')}:${c.pick(['>5', '04', 'x', ',', '+', '^7', 'b', ''])}}'`,
          () =>
            `f'{${this.variable('float')}:${c.pick(['.2f', 'g', '>9.1e', '%', '', '+.3'])}}{${this.variable('str')}:>4}'`,
          () => `'%${c.pick(['d', 's', 'r', '5.1f', 'x'])}|%s' % (${this.variable('int')}, ${e('str')})`,
          () =>
            `'{}-{0}'.format(${e('int')})`.replace('{}-{0}', '{0}-{1!r:.8}').replace(')', `, ${this.variable('any')})`),
          () => `str(${e(this.kind())})[:9]`,
          () => `repr(${e(c.pick(['int', 'float', 'str', 'tuple', 'list']))})[:20]`,
          () =>
            `${c.pick(["','", "''", 's'])}.join(${c.pick(["['a', 'b']", 's', '[str(k) for k in xs]', 'map(str, t)', "(s, 'x')"])})`,
          () =>
            `${e('str')}.${c.pick(['upper()', "replace('a', 'bc')", 'strip()', 'title()', 'zfill(4)', "center(5, '*')", 'swapcase()', 'lower()', "split('b')[0]", "partition('a')[2]"])}`,
          () => `chr(${c.pick(['97 + i % 26', '0x1f600', 'a & 0xff', 'i'])})`,
          () => c.pick(['gs', 'A.__name__', 'type(v).__name__', 'hex(i)', 'bin(a & 7)', 'show(o)']),
        ];
      case 'bytes':
        return [
          () => `bs[${this.slice()}]`,
          () => `(${e('bytes')} + ${e('bytes')})`,
          () => `bytes(${c.pick(['i % 4', '[i & 255]', '(1, 2)', 'xs'])})`,
          () => `${e('str')}.encode(${c.pick(['', "'latin-1', 'replace'", "'utf-16'", "'utf-8', 'surrogatepass'"])})`,
          () => `bytes(bytearray(${e('bytes')}))`,
          () => `${e('bytes')}.${c.pick(["replace(b'a', b'')", 'upper()', "strip(b'a')", 'hex().encode()'])}`,
        ];
      case 'list':
        return [
          () => `[${e(this.kind())}, ${e(this.kind())}]`,
          () => `[${this.element()} ${this.clause()}]`,
          () => `[clip(k) + ${this.variable('int')} for k in xs]`,
          () => `[*${e(c.pick(['list', 'tuple', 'str']))}, ${this.variable('int')}]`,
          () => `${this.variable('list')}[${this.slice()}]`,
          () => `(${e('list')} + ${e('list')})`,
          () => `(${e('list')} * ${c.pick(['2', 'i % 3'])})`,
          () => `sorted(${e('list')}${c.pick(['', ', reverse=True', ', key=str', ', key=lambda z: -z'])})`,
          () =>
            `list(${c.pick(['range(i % 5)', 'map(fib, xs)', 'zip(xs, fs)', 'd', 'd.items()', 'reversed(xs)', 'gen(3, a)', 'filter(None, xs)', 'chain(2)', 't', 'nest(3)', 'enumerate(s)', 'o'])})`,
          () => `${this.variable('list')}.copy()`,
          () => `${e('str')}.split(${c.pick(["'b'", '', "','"])})`,
          () => `[[k] for k in ${this.variable('list')}]`,
        ];
      case 'tuple':
        return [
          () => `(${e(this.kind())}, ${e(this.kind())})`,
          () => `(*${e('list')}, ${e('int')})`,
          () => `t[${this.slice()}]`,
          () => `(t + ${e('tuple')})`,
          () => `tuple(${e('list')})`,
          () => `(lambda *z: z)(${this.variable('int')}, *${e('list')})`,
          () => `tuple(${this.element()} ${this.clause()})`,
          () => 'o.both',
          () => `divmod(${e('int')}, 7)`,
        ];
      case 'dict':
        return [
          () => `{${e('int')}: ${e('any')}, ${e('str')}: ${e('int')}}`,
          () => `{${c.pick(['k', 'str(k)'])}: ${this.element()} ${this.clause()}}`,
          () => `{**d, ${e('str')}: i}`,
          () => `(d | {${e('int')}: 1})`,
          () => `dict(${c.pick(['d', 'zip(xs, fs)', 'a=1, b=i', 'enumerate(s)', '[(1, 2), (i, 3)]'])})`,
          () => `(lambda **z: z)(a=${e('int')}, b=i)`,
          () => 'd.copy()',
        ];
      case 'set':
        return [
          () => `{${e('int')}, ${e('int')}}`,
          () => `{${c.pick(['k', 'str(k)', 'k == 1'])} ${this.clause()}}`,
          () => `(q ${c.pick(['|', '&', '-', '^'])} ${e('set')})`,
          () => `set(${e(c.pick(['list', 'str', 'tuple']))})`,
        ];
      case 'obj':
        return [
          () =>
            `${c.pick(['A', 'B', 'T', 'E', 'A'])}(${e(this.kind())}${c.pick(['', `, ${e('int')}`, `, y=${e('float')}`])})`,
          () => `${this.variable('obj')}.put(${e(this.kind())})`,
          () =>
            `(${e('obj')} ${c.pick([...ARITHMETIC, '/', '//', '%', '&', '|', '^', '<<', '>>', '@', '**'])} ${e(c.pick(['int', 'obj', 'float', 'any']))})`,
          () =>
            `(${e(c.pick(['int', 'str', 'float', 'list']))} ${c.pick([...ARITHMETIC, '/', '|', '@', '//', '%'])} ${e('obj')})`,
          () => `${c.pick(['-', '~', '+'])}${e('obj')}`,
          () => `${c.pick(['A', 'B', 'r', 'o'])}.cl(${e('int')})`,
          () => `[A(k) for k in xs][${this.index()}]`,
        ];
      case 'any':
        return [
          ...[1, 2, 3].map(() => (): string => e(this.kind())),
          () =>
            `${this.variable('obj')}.${c.pick(['both', 'x', 'y', 'kind', 'q', 'slot', 'desc', '__dict__', 'get', '__class__.__name__'])}`,
          () => `${this.variable('obj')}[${e('int')}]`,
          () => `${this.variable('obj')}(${e('int')})`,
          () => `d[${e(c.pick(['int', 'str', 'tuple']))}]`,
          () =>
            `(${e('any')} ${c.pick([...[...ADDITIVE, '%', '//', '/', '|', '&', '@'].map((op) => `${op} ${e('any')}`), '** 2', '<< 3'])})`,
          () => `${this.variable('list')}[${this.slice()}]`,
          () => `getattr(${this.variable('obj')}, ${c.pick(["'x'", "'f'", "'both'", "'nope', 3", "'get'"])})`,
          () => `next(iter(${e(c.pick(['list', 'tuple', 'obj', 'str']))}), 9)`,
          () =>
            `${c.pick(['len', 'abs', 'iter', 'type', 'str', 'hash_', 'int', 'float', 'bool', 'list', 'callable']).replace('hash_', 'repr')}(${e('any')})`,
          () => `(yes := ${e('any')})`,
          () => 'sys.exc_info()[1]',
        ];
    }
  }
}
