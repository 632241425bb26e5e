// How often what is recorded: counts of traces, penalties, the end of the compiler's patience.
import { describe, expect, it } from 'vitest';
import { rowOf, type OpName } from '../../src/ir/ops.ts';
import type { Ins } from '../../src/ir/trace.ts';
import { PROGRAMS } from '../ir/programs.ts';
import { type Compiled, compiled } from '../ir/trees.ts';

const count = (c: Compiled): { roots: number; sides: number; aborts: number } => ({
  roots: c.traces.filter((t) => t.parent === null).length,
  sides: c.traces.filter((t) => t.parent !== null).length,
  aborts: c.aborts.length,
});

describe('a loop that is hot', () => {
  it('is recorded once, after that many back edges', async () => {
    const program = (n: number): string =>
      `def f(n):\n    t = 0\n    for i in range(n):\n        t += i\n    return t\nprint(f(${n}))\n`;
    expect(count(await compiled(program(18), { jit: 'hotloop=20' }))).toEqual({ roots: 0, sides: 0, aborts: 0 });
    expect(count(await compiled(program(30), { jit: 'hotloop=20' }))).toEqual({ roots: 1, sides: 0, aborts: 0 });
    expect(count(await compiled(program(3000), { jit: 'hotloop=20' }))).toEqual({ roots: 1, sides: 0, aborts: 0 });
  });
  it.each([
    ['sum', 1, 0],
    ['tuples', 1, 0],
    ['nested', 1, 1],
    ['objects', 1, 0],
  ] as const)('%s has the traces it needs', async (name, roots, sides) => {
    const c = count(await compiled(PROGRAMS[name]!));
    expect(c.roots).toBe(roots);
    expect(c.sides).toBeLessThanOrEqual(sides + 1);
    expect(c.aborts).toBeLessThanOrEqual(3);
  });
  it('has a side trace for each way that is often taken, and no more', async () => {
    const c = await compiled(`
def f(n):
    t = 0
    for i in range(n):
        k = i % 8
        if k == 0: t += 1
        elif k == 1: t += 2
        elif k == 2: t += 3
        else: t -= 1
    return t
print(f(400))
`);
    expect(count(c)).toMatchObject({ roots: 1, aborts: 0 });
    expect(c.traces.length).toBeGreaterThanOrEqual(4);
    expect(c.traces.length).toBeLessThanOrEqual(9);
  });
  it('inlines Python functions', async () => {
    const c = await compiled(`
def h(x): return x + 1
def g(x): return h(x) * 2
def f(n):
    t = 0
    for i in range(n):
        t += g(i)
    return t
print(f(100))
`);
    expect(count(c)).toEqual({ roots: 1, sides: 0, aborts: 0 });
    expect(c.traces[0]!.body!.ops.some((x) => x.op === 'call' || x.op === 'builtin')).toBe(false);
    expect(
      new Set(
        c.traces[0]!.body!.ops.filter((x) => x.position !== null).map(
          (x) => (x.position!.code as { name: string }).name,
        ),
      ),
    ).toEqual(new Set(['f', 'g', 'h']));
  });
});

describe('the body of a loop', () => {
  const live = (c: Compiled): Ins[] => c.traces[0]!.body!.ops.filter((x) => x.live);
  it('holds nothing that does not vary', async () => {
    const c = await compiled(PROGRAMS['sum']!);
    const ops = live(c).map((x) => x.op);
    expect(ops.filter((op) => op === 'guard').length).toBeLessThanOrEqual(3);
    for (const op of ops)
      expect(['has_type', 'is_bound', 'unbox_int', 'box_int', 'range_step', 'range_stop']).not.toContain(op);
  });
  it('allocates nothing where values do not escape', async () => {
    for (const name of ['sum', 'floats']) {
      const c = await compiled(PROGRAMS[name]!);
      const allocations = live(c).filter(
        (x) => x.op !== 'guard' && x.op !== 'call' && x.op !== 'builtin' && rowOf(x.op as OpName).effect === 'alloc',
      );
      expect(
        allocations.map((x) => x.op),
        name,
      ).toEqual([]);
    }
  });
});

describe('a loop that cannot be recorded', () => {
  const program = (n: number): string => `def f(n):\n    for i in range(n):\n        globals()\nf(${n})\n`;
  it('is tried again after twice as many back edges', async () => {
    const at = async (n: number): Promise<number> =>
      (await compiled(program(n), { jit: 'hotloop=10,attempts=6' })).aborts.length;
    expect([
      await at(8),
      await at(15),
      await at(25),
      await at(40),
      await at(70),
      await at(80),
      await at(140),
      await at(155),
    ]).toEqual([0, 1, 1, 2, 2, 3, 3, 4]);
  });
  it('is given up after as many attempts as the options say', async () => {
    const c = await compiled(program(5000), { jit: 'hotloop=10,attempts=3' });
    expect(c.aborts).toEqual(['FRAME_ACCESS', 'FRAME_ACCESS', 'FRAME_ACCESS']);
    expect(c.events.filter((e) => e.kind === 'blacklist').length).toBe(1);
    expect(c.events.flatMap((e) => (e.kind === 'abort' ? [e.attempts] : []))).toEqual([1, 2, 3]);
  });
  it('does not keep other loops from it', async () => {
    const c = await compiled(
      `${program(500)}def g(n):\n    t = 0\n    for i in range(n): t += i\n    return t\nprint(g(100))\n`,
      { jit: 'hotloop=10,attempts=2' },
    );
    expect(count(c)).toMatchObject({ roots: 1 });
  });
});

describe('an exit whose side cannot be recorded', () => {
  it('is given up after as many attempts as the options say', async () => {
    const c = await compiled(
      `
def f(n):
    t = 0
    for i in range(n):
        if i > 50 and i % 2:
            t += len(globals()) > 0
        else:
            t += 1
    return t
print(f(2000))
`,
      { jit: 'hotloop=10,hotexit=3,sidetries=2,attempts=50' },
    );
    expect(count(c).roots).toBe(1);
    expect(c.events.filter((e) => e.kind === 'abort' && e.parent !== null).length).toBe(2);
    expect(c.trees[0]!.exits.filter((x) => x.state === 'dead').length).toBe(1);
  });
});

describe('a fact that compiled code relies on', () => {
  it('breaks the tree when it breaks, and the loop is compiled anew', async () => {
    const c = await compiled(`
def g(x): return x
def f(n):
    t = 0
    for i in range(n):
        t += g(i)
    return t
print(f(60))
def g(x): return -x
print(f(400))
`);
    expect(c.stdout).toBe('1770\n-79800\n');
    expect(c.events.filter((e) => e.kind === 'flush').length).toBe(1);
    expect(c.trees.length).toBe(2);
    expect(c.trees.map((t) => t.validity.valid)).toEqual([false, true]);
  });
});
