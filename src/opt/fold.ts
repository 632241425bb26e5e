/** The matcher of fold rules, the folder of constants, and negated comparisons. */
import { type OpName, type Sort, rowOf } from '../ir/ops.ts';
import type { Ins } from '../ir/trace.ts';
import type { Context } from './context.ts';
import { type Pattern, RULES, type Rule } from './rules.ts';

const BY_OP = new Map<OpName, Rule[]>();
for (const r of RULES) BY_OP.set(r.from[0], [...(BY_OP.get(r.from[0]) ?? []), r]);

type Emit = (op: OpName, args: Ins[]) => Ins;

/** Simplifies an op on operands, or returns undefined. `emit` builds what a replacement names. */
export function fold(c: Context, op: OpName, args: Ins[], emit: Emit): Ins | undefined {
  const row = rowOf(op);
  if (row.effect === 'pure' && row.result !== 'none' && args.every((a) => a.op === 'const')) {
    const v = c.evaluate[op](...args.map((a) => a.value));
    if (row.result !== 'ref' || typeof v !== 'object') return c.constant(row.result, v);
  }
  if (op === 'bool_not') {
    const inner = args[0]!;
    const negated = inner.op in NEGATED ? NEGATED[inner.op as OpName] : undefined;
    if (negated !== undefined) return emit(negated, inner.args);
  }
  for (const r of BY_OP.get(op) ?? []) {
    const bound = new Map<string, Ins>();
    if (
      matchArgs(r.from, args, bound) ||
      (row.commutes === true && matchArgs(r.from, [args[1]!, args[0]!], clear(bound)))
    ) {
      return build(c, r.to, bound, row.result as Sort, emit);
    }
  }
  return undefined;
}

/** Comparisons whose negation is another comparison; float orderings are not among them (NaN). */
const NEGATED: Partial<Record<OpName, OpName>> = {
  int_lt: 'int_ge',
  int_le: 'int_gt',
  int_eq: 'int_ne',
  int_ne: 'int_eq',
  int_gt: 'int_le',
  int_ge: 'int_lt',
  float_eq: 'float_ne',
  float_ne: 'float_eq',
};

function clear(m: Map<string, Ins>): Map<string, Ins> {
  m.clear();
  return m;
}

function matchArgs(p: readonly [OpName, ...Pattern[]], args: readonly Ins[], bound: Map<string, Ins>): boolean {
  for (let i = 0; i < args.length; i++) if (!match(p[i + 1]!, args[i]!, bound)) return false;
  return true;
}

function match(p: Pattern, x: Ins, bound: Map<string, Ins>): boolean {
  if (typeof p === 'string') {
    const seen = bound.get(p);
    if (seen !== undefined) return seen === x;
    bound.set(p, x);
    return true;
  }
  if (typeof p === 'object') return x.op === p[0] && matchArgs(p, x.args, bound);
  return x.op === 'const' && Object.is(x.value, p);
}

function build(c: Context, p: Pattern, bound: Map<string, Ins>, sort: Sort, emit: Emit): Ins {
  if (typeof p === 'string') return bound.get(p)!;
  if (typeof p === 'object') {
    const [op, ...rest] = p;
    return emit(
      op,
      rest.map((q, i) => build(c, q, bound, rowOf(op).args[i]!, emit)),
    );
  }
  return c.constant(sort, p);
}
