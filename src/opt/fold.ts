/** The matcher of fold rules, the folder of constants, negated comparisons, and what objects made here hold. */
import { type OpName, type Sort, rowOf } from '../ir/ops.ts';
import type { Initial } from '../ir/rows.ts';
import { type Computed, type Constant, type Ins, isComputed } from '../ir/trace.ts';
import type { Context } from './context.ts';
import { type Pattern, RULES, type Rule } from './rules.ts';

const BY_OP = new Map<OpName, Rule[]>();
for (const r of RULES) BY_OP.set(r.from[0], [...(BY_OP.get(r.from[0]) ?? []), r]);

type Emit = (op: OpName, args: Ins[]) => Ins;

/** Simplifies an op on operands, or returns undefined. `emit` builds what a replacement names. */
export function fold(c: Context, op: OpName, args: Ins[], emit: Emit): Ins | undefined {
  const row = rowOf(op);
  if (row.effect === 'pure' && row.result !== 'none' && args.every(isConstant)) {
    const v = c.evaluate(
      op,
      args.map((a) => a.value),
    );
    if (row.result !== 'ref' || typeof v !== 'object') return c.constant(row.result, v);
  }
  if (op === 'bool_not') {
    const inner = args[0]!;
    const negated = isComputed(inner) ? rowOf(inner.op).negate : undefined;
    if (negated !== undefined) return emit(negated, inner.args);
  }
  const held = row.effect === 'pure' ? heldByFresh(c, op, args) : undefined;
  if (held !== undefined) return held;
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

/** Returns what an object made on this path holds in a field that never changes. */
function heldByFresh(c: Context, op: OpName, args: readonly Ins[]): Ins | undefined {
  const [made, index] = args;
  if (made === undefined || !isComputed(made)) return undefined;
  const { fields, elements } = rowOf(made.op);
  if (fields?.[op] !== undefined) return initialValue(c, made, op, fields[op]);
  if (elements?.length === op) return c.constant('int', made.args.length);
  return elements?.item === op && index?.op === 'const' ? made.args[index.value as number] : undefined;
}

/** Returns what a field of a new object holds at first, as the op that reads it. */
export function initialValue(c: Context, made: Computed, op: OpName, value: Initial): Ins {
  return typeof value === 'string' ? made.args[Number(value.slice(1))]! : c.constant(rowOf(op).result as Sort, value);
}

function isConstant(x: Ins): x is Constant {
  return x.op === 'const';
}

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
