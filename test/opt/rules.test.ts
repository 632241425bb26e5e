// Every fold rule, evaluated on both sides on edge values of the sorts its names have.
import { describe, expect, it } from 'vitest';
import { OPS, type OpName, type Sort, rowOf } from '../../src/ir/ops.ts';
import { type Pattern, RULES } from '../../src/opt/rules.ts';
import { PyFloat, PyTuple } from '../../src/objects/core/values.ts';
import { compileOps } from '../../src/machine/live-ops.ts';
import { BIGS, FLOATS, INTS } from '../ir/ops/samples.ts';

const EVALUATE = compileOps();

/** Returns the sort each name of a pattern has. */
function sortsOf(p: Pattern, sort: Sort, into: Map<string, Sort> = new Map()): Map<string, Sort> {
  if (typeof p === 'string') {
    const known = into.get(p);
    if (known !== undefined && known !== sort) throw new Error(`${p} is both ${known} and ${sort}`);
    into.set(p, sort);
  } else if (typeof p === 'object') {
    const [op, ...rest] = p;
    expect(rest.length, `operands of ${op}`).toBe(rowOf(op).args.length);
    rest.forEach((q, i) => {
      sortsOf(q, rowOf(op).args[i]!, into);
    });
  }
  return into;
}

/** What a name of sort ref stands for depends on the op it is under: a box of the right kind. */
function refKind(p: Pattern, name: string): 'int' | 'float' | 'bool' | 'any' | 'tuple' {
  if (typeof p !== 'object') return 'any';
  const [op, ...rest] = p;
  for (const q of rest) {
    if (q === name) {
      if (op === 'unbox_int') return 'int';
      if (op === 'unbox_float') return 'float';
      if (op === 'unbox_bool') return 'bool';
      if (op === 'new_tuple_iterator') return 'tuple';
    }
    const inner = refKind(q, name);
    if (inner !== 'any') return inner;
  }
  return 'any';
}

function valuesOf(sort: Sort, kind: ReturnType<typeof refKind>, few: boolean): readonly unknown[] {
  const thin = <T>(xs: readonly T[]): readonly T[] => (few ? xs.filter((_, i) => i % 5 === 0) : xs);
  switch (sort) {
    case 'int':
      return thin(INTS);
    case 'float':
      return FLOATS;
    case 'bool':
      return [true, false];
    case 'ref':
      switch (kind) {
        case 'int':
          return INTS;
        case 'float':
          return FLOATS.map((x) => new PyFloat(x));
        case 'bool':
          return [true, false];
        case 'tuple':
          return [new PyTuple([]), new PyTuple([1, 'a'])];
        default:
          return [0, -1, BIGS[0], true, '', 'a', new PyFloat(-0)].slice(0, few ? 3 : 7);
      }
  }
}

function evaluate(p: Pattern, env: ReadonlyMap<string, unknown>): unknown {
  if (typeof p === 'string') return env.get(p);
  if (typeof p !== 'object') return p;
  const [op, ...rest] = p;
  return EVALUATE[op](...rest.map((q) => evaluate(q, env)));
}

/** Says whether two values are the same to a program: floats by their bits. */
function same(a: unknown, b: unknown): boolean {
  return a instanceof PyFloat && b instanceof PyFloat ? Object.is(a.value, b.value) : Object.is(a, b);
}

describe.each(RULES.map((r) => [r.name, r] as const))('%s', (_name, rule) => {
  it('holds for all edge values', () => {
    const sorts = sortsOf(rule.from, rowOf(rule.from[0]).result as Sort);
    const names = [...sorts.keys()];
    const lists = names.map((n) => valuesOf(sorts.get(n)!, refKind(rule.from, n), names.length > 2));
    let envs: Map<string, unknown>[] = [new Map()];
    names.forEach((name, i) => {
      envs = envs.flatMap((e) => lists[i]!.map((v) => new Map([...e, [name, v]])));
    });
    expect(envs.length).toBeGreaterThan(0);
    for (const env of envs) {
      const want = evaluate(rule.from, env);
      const got = evaluate(rule.to, env);
      if (!same(got, want))
        expect.fail(
          `${JSON.stringify(rule.from)} with ` +
            `${[...env].map(([k, v]) => `${k} = ${String(v)}`).join(', ')} is ` +
            `${String(want)}, but ${JSON.stringify(rule.to)} is ${String(got)}`,
        );
    }
  });

  it('makes a value of the same sort, of names that the pattern binds', () => {
    const bound = sortsOf(rule.from, rowOf(rule.from[0]).result as Sort);
    const result = rowOf(rule.from[0]).result as Sort;
    if (typeof rule.to === 'object') expect(rowOf(rule.to[0]).result).toBe(result);
    else if (typeof rule.to === 'string') expect(bound.get(rule.to)).toBe(result);
    else expect(result).toBe(typeof rule.to === 'boolean' ? 'bool' : 'int');
    if (typeof rule.to === 'object')
      for (const name of sortsOf(rule.to, result).keys()) expect(bound.has(name)).toBe(true);
  });
});

describe('the rules', () => {
  it('have names of their own and ops of the table', () => {
    expect(new Set(RULES.map((r) => r.name)).size).toBe(RULES.length);
    const ops = (p: Pattern): OpName[] =>
      typeof p === 'object' ? [p[0], ...(p.slice(1) as Pattern[]).flatMap(ops)] : [];
    for (const r of RULES)
      for (const op of [...ops(r.from), ...ops(r.to)]) expect(Object.hasOwn(OPS, op), op).toBe(true);
  });
});
