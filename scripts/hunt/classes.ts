/**
 * Random classes: a base, one that derives from it, one with slots, one with descriptors; each with some of all
 * special methods, written in one of several ways, some of which raise, some of which answer nonsense.
 */
import { type Choices, joined } from './choices.ts';

const BINARY = [
  'add',
  'sub',
  'mul',
  'truediv',
  'floordiv',
  'mod',
  'and',
  'or',
  'xor',
  'lshift',
  'rshift',
  'matmul',
  'pow',
];

const VALUES = ['self.x', 'self.y', '1', 'self', 'o', 'type(o) is int', 'self.x + 1', "'r'", 'None', '2.5', '[self.y]'];

class Maker {
  constructor(private readonly c: Choices) {}

  /** Returns the body of an operator's method. */
  private operator(sign: string): string {
    const { c } = this;
    return c.make([
      () => `return ${c.pick(VALUES)}`,
      () => `return type(self)(clip(self.x ${sign} 1 if type(self.x) is int and ${c.below(2)} else self.x), self.y)`,
      () => 'return NotImplemented',
      () => `return NotImplemented if type(o) is ${c.pick(['int', 'float', 'str', 'A', 'B'])} else ${c.pick(VALUES)}`,
      () => `boom(${c.below(9)}); return ${c.pick(VALUES)}`,
      () => `self.y = ${c.pick(['1', '0.5', 'o'])}; return self`,
    ]);
  }

  /** Returns some of the special methods. */
  private dunders(base: string | null): string[] {
    const { c } = this;
    const lines: string[] = [];
    const add = (head: string, ...bodies: string[]): void => {
      if (c.one(5)) lines.push(`def ${head}: ${c.pick(bodies)}`);
    };
    for (const name of BINARY) {
      const sign = c.pick(['+', '-', '*']);
      if (c.one(7)) lines.push(`def __${name}__(self, o): ${this.operator(sign)}`);
      if (c.one(9)) lines.push(`def __r${name}__(self, o): ${this.operator(sign)}`);
      if (c.one(9)) lines.push(`def __i${name}__(self, o): ${this.operator(sign)}`);
    }
    const sup = base === null ? 'object' : 'super()';
    add('__neg__(self)', 'return self', 'return -self.x if type(self.x) is int else 0');
    add('__invert__(self)', 'return 5', 'boom(2); return self');
    add('__abs__(self)', 'return self.x');
    add('__int__(self)', 'return 7', 'return self.x');
    add('__index__(self)', 'return 1', 'return 0 if type(self.x) is not int else self.x', "return 'i'");
    add('__float__(self)', 'return 1.5', 'return self.f');
    add('__bool__(self)', 'return self.x != 0', 'return True', 'boom(1); return False', 'return 1');
    add('__len__(self)', 'return 2', 'return boom(3)', "return self.x if type(self.x) is int else 'l'");
    add('__hash__(self)', 'return 7', 'return hash(self.x) if type(self.x) is int else 3');
    add(
      '__eq__(self, o)',
      'return isinstance(o, A) and self.x is o.x',
      'return NotImplemented',
      'return self.x == o',
      'boom(4); return True',
    );
    add('__ne__(self, o)', 'return True', 'return NotImplemented');
    for (const name of ['lt', 'le', 'gt', 'ge'])
      add(
        `__${name}__(self, o)`,
        'return True',
        'return NotImplemented',
        `return id(self) == 0 or ${c.pick(VALUES)}`,
        'boom(6); return 0',
      );
    add('__getitem__(self, k)', 'return (k, self.x, k)[k]', 'return (self.x, self.y)[k]', 'boom(7); return self.x');
    add('__setitem__(self, k, v)', 'self.y = v', 'self.x = k');
    add('__delitem__(self, k)', 'self.y = 0', 'boom(3)');
    add('__contains__(self, k)', 'return k == self.x', 'return 1', 'return self.x in [k]');
    add(
      '__iter__(self)',
      'return iter((self.x, self.y))',
      'yield self.x; yield 2',
      'return gen(2, 3)',
      'return self.x',
    );
    add('__next__(self)', 'return boom(2)', 'raise StopIteration');
    add('__call__(self, *a)', 'return len(a)', 'return self.x', 'boom(8); return a');
    add('__enter__(self)', "log.append('in'); return self");
    add('__exit__(self, *a)', 'return True', 'return False', 'self.x = 1');
    add('__repr__(self)', "return 'R'", "return f'{type(self).__name__}({show(self.y)})'", 'boom(5); return "q"');
    add('__str__(self)', "return 'S'", 'return 1');
    add('__format__(self, s)', "return 'F' + s");
    add('__getattr__(self, k)', "return 5 if k == 'z' else object.__getattribute__(self, k)", 'return len(k)');
    if (c.one(6)) lines.push(`def __getattribute__(self, k): return object.__getattribute__(self, k)`);
    if (c.one(6))
      lines.push(
        joined(
          `def __setattr__(self, k, v): `,
          c.pick(['object.__setattr__(self, k, v)', 'note(k); object.__setattr__(self, k, clip(v))']),
        ),
      );
    if (c.one(8)) lines.push(`def __delattr__(self, k): object.__delattr__(self, k)`);
    if (base !== null && c.one(2)) lines.push(`def get(self, d=1): return ${sup}.get(not d)`);
    return lines;
  }

  /** Returns one class. */
  private class(name: string, bases: string, extra: readonly string[], own: boolean): string {
    const { c } = this;
    const lines = [`kind = ${c.pick(["'k'", '1', '2.5', 'None'])}`, ...extra];
    if (own) lines.push('def __init__(self, x=0, y=0): self.x = x; self.y = y; self.f = 0.5');
    lines.push(...this.dunders(bases === '' ? null : bases));
    return `class ${name}${bases === '' ? '' : `(${bases})`}:\n${lines.map((line) => `    ${line}\n`).join('')}`;
  }

  /** Returns all classes of a program. */
  all(): string {
    const { c } = this;
    const methods = [
      `def get(self, d=1): return ${c.pick(['self.x if d else self.y', 'self.y', 'boom(d) and self.x'])}`,
      'def put(self, v): self.x, self.y = v, self.x; return self',
      `def bump(self, d=1): ${c.pick(['self.f += d; return self.f', 'self.x = clip(self.x + d); return self.x'])}`,
      `@property\n    def both(self): return ${c.pick(['(self.x, self.y)', 'boom(3)', 'self.f'])}`,
      `@both.setter\n    def both(self, v): self.${c.pick(['x', 'y'])} = v`,
      `@staticmethod\n    def st(v=1): return ${c.pick(['v', '(v, 1)', 'boom(1)'])}`,
      `@classmethod\n    def cl(cls, v=1): return ${c.pick(['cls(v)', 'cls.kind', 'cls.__name__'])}`,
    ];
    const descriptor = c.one(3)
      ? 'class D:\n    def __get__(self, o, t): return 3 if o is None else o.y\n' +
        `${c.one(2) ? '    def __set__(self, o, v): o.y = v\n' : ''}`
      : '';
    const derived = descriptor !== '' && c.one(2) ? ['desc = D()'] : [];
    const base = c.pick(['', '', 'A', 'B', 'list', 'dict', 'int', 'str', 'tuple', 'float']);
    const slots = !['int', 'tuple'].includes(base) && c.one(2);
    return (
      descriptor +
      this.class('A', '', methods, true) +
      this.class('B', 'A', derived, c.one(3)) +
      this.class('C', base, [...(slots ? ["__slots__ = ('q', 'r')"] : []), ...methods.slice(0, 3)], false) +
      `class E(${c.pick(['A', 'B'])}):\n    __slots__ = ('slot',)\n` +
      `class T:\n    __slots__ = ('x', 'y', 'f')\n    kind = 't'\n` +
      '    def __init__(self, x=0, y=0): self.x = x; self.y = y; self.f = 1.5\n' +
      '    def get(self, d=1): return self.x\n    def put(self, v): self.x = v; return self\n' +
      '    def bump(self, d=1): self.f = self.f + d; return self.f\n'
    );
  }
}

/** Makes the classes of a program. */
export function randomClasses(c: Choices): string {
  return new Maker(c).all();
}
