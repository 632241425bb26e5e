// What the columns of the op table promise, tried on the samples of every row that makes the promise.
import { describe, expect, it } from 'vitest';
import { evaluateOp } from '../../../src/ir/evaluate.ts';
import { FACT_OF, type ResultKind } from '../../../src/ir/kinds.ts';
import { OPS, type OpName, rowOf } from '../../../src/ir/ops.ts';
import { ANY_INT, type Range, type RangeRule } from '../../../src/ir/ranges.ts';
import { HEAP, type Initial, type OpRow } from '../../../src/ir/rows.ts';
import { describeValue } from '../../../src/machine/describe-value.ts';
import { KIND_OF, Kind, kindOf } from '../../../src/machine/kinds.ts';
import { compileOps } from '../../../src/machine/live-ops.ts';
import { RT, type RuntimeFn } from '../../../src/machine/runtime-fns.ts';
import type { PyValue } from '../../../src/objects/core/object.ts';
import { PyType } from '../../../src/objects/core/object.ts';
import { floatType, objectType } from '../../../src/objects/core/values.ts';
import { BIGS, INTS, allSamplesOf, samplesOf } from './samples.ts';

const EVALUATE = compileOps();
const evaluate = (op: OpName, args: readonly unknown[]): unknown => evaluateOp(EVALUATE, op, args);
const ROWS = Object.keys(OPS) as OpName[];

/** Lists the rows that say something in a column. */
function rowsWith<C extends keyof OpRow>(column: C): [OpName, NonNullable<OpRow<OpName>[C]>, OpRow<OpName>][] {
  return ROWS.filter((op) => rowOf(op)[column] !== undefined).map((op) => [op, rowOf(op)[column]!, rowOf(op)]);
}

describe.each(rowsWith('kind'))('%s, of kind %s', (op, kind) => {
  it('makes nothing else', () => {
    for (const args of samplesOf(op)) {
      const v = evaluate(op, args) as PyValue;
      const found = kindOf(v);
      if (kind === 'any_int') expect([Kind.INT, Kind.BIG]).toContain(found);
      else expect(found).toBe(KIND_OF[kind]);
      const fact = FACT_OF[kind];
      if (fact !== undefined) expect(describeValue(v).kind).toBe(fact);
    }
  });
});

describe.each(rowsWith('tests'))('%s, a test for %s', (op, kind) => {
  it('is true for what is of the kind and nothing else', () => {
    const outcomes = new Set<unknown>();
    for (const [x] of samplesOf(op)) {
      const is = evaluate(op, [x]);
      outcomes.add(is);
      expect(is).toBe(describeValue(x).kind === kind);
    }
    expect(outcomes.size).toBe(2);
  });
});

/** Returns the range of an operand, as wide as two samples of it need. */
function hull(x: unknown, y: unknown): Range {
  return typeof x === 'number' && typeof y === 'number' && Number.isInteger(x) && Number.isInteger(y)
    ? { lo: Math.min(x, y), hi: Math.max(x, y) }
    : ANY_INT;
}

/** Says what of two results lies outside the range that their operands give. */
function outside(op: OpName, rule: RangeRule, a: readonly unknown[], b: readonly unknown[]): string | null {
  const at = (i: number): Range => (i < a.length ? hull(a[i], b[i]) : ANY_INT);
  const same = a.length > 1 && a[0] === a[1] && b[0] === b[1];
  const r = rule(at(0), at(1), at(2), same);
  if (r === undefined) return null;
  for (const args of [a, b]) {
    const v = evaluate(op, args) as number;
    if (!(v >= r.lo && v <= r.hi)) return `${op}(${args.map(String)}) is ${v}, not in ${r.lo}..${r.hi}`;
  }
  return null;
}

describe.each(rowsWith('range'))('%s', (op, rule) => {
  it('keeps the range of its column', () => {
    const all = samplesOf(op);
    const samples = all.filter((_, i) => i % Math.ceil(all.length / 700) === 0);
    // Each with itself, with its neighbour, and with some far away.
    for (const step of [0, 1, 5, 17, 101, 307])
      samples.forEach((args, i) => {
        const fault = outside(op, rule, args, samples[(i + step) % samples.length]!);
        if (fault !== null) expect.fail(fault);
      });
  });
});

describe('integer rows', () => {
  it.each(ROWS.filter((op) => rowOf(op).result === 'int'))(
    '%s leaves the range of its sort only if it says so',
    (op) => {
      const { overflows } = rowOf(op);
      const results = samplesOf(op).map((args) => evaluate(op, args));
      if (overflows === true) expect(results.some((v) => !EVALUATE.int_fits(v))).toBe(true);
      else expect(results.every((v) => EVALUATE.int_fits(v))).toBe(true);
    },
  );
});

describe.each(rowsWith('domain'))('%s', (op, domain) => {
  it('demands something of its operands', () => {
    const all = allSamplesOf(op);
    expect(all.some((args) => domain(...args))).toBe(true);
    expect(all.some((args) => !domain(...args))).toBe(true);
  });
});

describe.each(rowsWith('answers'))('%s, answered by %s', (op, load, row) => {
  it('stores what the load then reads', () => {
    for (const args of samplesOf(op)) {
      evaluate(op, args);
      const value = args.at(-1);
      if (row.adds === true) expect(evaluate('has_shape', [args[0], args[1]])).toBe(true);
      const place = row.adds === true ? [describeValue(args[1]).lastPlace] : args.slice(1, -1);
      expect(evaluate(load, [args[0], ...place])).toBe(value);
    }
  });

  it('is a store of the class that the load reads', () => {
    expect(row.effect).toBe('store');
    expect(rowOf(load).effect).toBe('load');
    expect(rowOf(load).result).toBe(row.args.at(-1));
    if (row.adds !== true) expect(rowOf(load).heap).toBe(row.heap);
  });
});

describe.each(rowsWith('putOff'))('%s, which may be put off', (op, _putOff, row) => {
  it('is answered by a load that reads nothing else, and no other store writes its class', () => {
    expect(row.answers).toBeDefined();
    expect(row.adds).toBeUndefined();
    expect(ROWS.filter((o) => rowOf(o).heap === row.heap).sort()).toEqual([op, row.answers].sort());
  });
});

describe.each(rowsWith('fresh'))('%s', (op, _fresh, row) => {
  it('makes a new object each time', () => {
    for (const args of samplesOf(op)) {
      const [x, y] = [evaluate(op, args), evaluate(op, args)];
      expect(typeof x).toBe('object');
      expect(x).not.toBe(y);
      for (const a of args) expect(x).not.toBe(a);
    }
    expect(row.effect).toBe('alloc');
  });
});

describe.each(rowsWith('fields'))('%s', (op, fields) => {
  it.each(Object.entries(fields) as [OpName, Initial][])('holds in %s at first %s', (field, value) => {
    for (const args of samplesOf(op)) {
      const want = typeof value === 'string' ? args[Number(value.slice(1))] : value;
      expect(evaluate(field, [evaluate(op, args)])).toBe(want);
    }
  });
});

describe.each(rowsWith('elements'))('%s', (op, { item, length }, row) => {
  it('holds its operands in order', () => {
    expect(row.variadic).toBe(true);
    for (const args of samplesOf(op)) {
      const made = evaluate(op, args);
      expect(evaluate(length, [made])).toBe(args.length);
      args.forEach((want, i) => {
        expect(evaluate(item, [made, i])).toBe(want);
      });
    }
  });
});

describe('the table', () => {
  it('names a class of the heap in loads and stores and nowhere else', () => {
    for (const op of ROWS) {
      const { effect, heap } = rowOf(op);
      expect(heap !== undefined, op).toBe(effect === 'load' || effect === 'store');
    }
    expect(Object.keys(HEAP).filter((cls) => !ROWS.some((op) => rowOf(op).heap === cls))).toEqual([]);
  });

  it('has fields, operands and ops that exist', () => {
    for (const [op, fields] of rowsWith('fields'))
      for (const [field, value] of Object.entries(fields)) {
        expect(Object.hasOwn(OPS, field), field).toBe(true);
        if (typeof value === 'string') expect(Number(value.slice(1))).toBeLessThan(rowOf(op).args.length);
      }
  });

  it('gives the columns of objects to allocations, those of stores to stores', () => {
    for (const op of ROWS) {
      const row = rowOf(op);
      if (row.fresh ?? row.fields ?? row.elements) expect(row.effect, op).toBe('alloc');
      if (row.answers ?? row.adds ?? row.putOff) expect(row.effect, op).toBe('store');
      if (row.kind !== undefined) expect(row.result, op).toBe('ref');
      if (row.tests !== undefined || row.negate !== undefined) expect(row.result, op).toBe('bool');
      if (row.range !== undefined || row.overflows !== undefined) expect(row.result, op).toBe('int');
    }
  });
});

describe('runtime functions', () => {
  const fresh = (Object.values(RT) as RuntimeFn[]).filter((fn) => fn.fresh === true);
  it.each(fresh.map((fn) => [fn.name, fn] as const))('%s makes a new object each time', (_name, fn) => {
    for (const items of [[], ['a', 1], ['a', 'b', 'c', 'd']]) {
      const call = (): PyValue => (fn.variadic ? fn.fn([...items]) : fn.fn(...items));
      expect(call()).not.toBe(call());
    }
  });
});

describe('describeValue', () => {
  it('tells kinds', () => {
    for (const n of INTS) expect(describeValue(n).kind).toBe('int');
    for (const n of BIGS) expect(describeValue(n).kind).toBe('big');
    expect(describeValue(EVALUATE.box_float(1.5)).kind).toBe('float');
    expect(describeValue(undefined).kind).toBe('object');
  });

  it('takes an instance of a subclass of float for no float, nor a class of that name for the class', () => {
    const sub = new PyType('float', [floatType], { heap: true });
    const x = EVALUATE.box_float(1.5);
    x.type = sub;
    expect(describeValue(x).kind).toBe('object');
    expect(describeValue(sub).instances).toBeUndefined();
    expect(describeValue(floatType).instances).toBe('float');
  });

  it('knows the class of everything that ops make', () => {
    const kinds = new Set(rowsWith('fresh').map(([, , row]) => row.kind as ResultKind));
    for (const [op, , row] of rowsWith('fresh')) {
      const made = evaluate(op, samplesOf(op)[0]!) as { type: PyType };
      expect(describeValue(made.type).instances).toBe(row.kind === 'instance' ? undefined : row.kind);
    }
    expect(kinds.has('instance')).toBe(true);
  });

  it('knows the shape of a new instance and the place of the attribute added last', () => {
    const type = new PyType('Point', [objectType], { heap: true });
    const x = EVALUATE.new_instance(type);
    expect(EVALUATE.has_shape(x, describeValue(type).newShape)).toBe(true);
    expect(describeValue(type.rootShape).lastPlace).toBeUndefined();
    expect(describeValue(type.rootShape.add('x', false).add('y', false)).lastPlace).toBe(1);
  });
});
