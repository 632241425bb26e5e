/** Questions that known kinds answer: tests of a class, identity of objects that cannot be one. */
import { type OpName, rowOf } from '../ir/ops.ts';
import { type Ins, isComputed } from '../ir/trace.ts';
import type { Context } from './context.ts';
import { type Facts, instancesOf } from './facts.ts';
import { isFresh } from './heap.ts';

/** Returns the outcome of a test by the kinds of its operands, where they decide it. */
export function decided(c: Context, facts: Facts, op: OpName, args: readonly Ins[]): boolean | undefined {
  const [a, b] = args as [Ins, Ins];
  const k = a === undefined ? undefined : facts.kind(a);
  if (k === undefined) return undefined;
  const { tests } = rowOf(op);
  if (tests !== undefined) return k === tests;
  switch (op) {
    case 'ref_eq':
      return differ(facts, a, b) ? false : undefined;
    case 'ref_ne':
      return differ(facts, a, b) ? true : undefined;
    case 'is_bound':
      return k !== 'object' || isFresh(a) ? true : undefined;
    case 'has_type':
      return k === 'float' && instancesOf(c.describe, b) === 'float' ? true : isOfClass(c, a, b);
    default:
      return undefined;
  }
}

/**
 * Tells whether two values are known to be different objects: one constant and one made on this path, or of
 * different kinds.
 */
function differ(facts: Facts, a: Ins, b: Ins): boolean {
  const ka = facts.kind(a);
  const kb = facts.kind(b);
  if (ka === undefined || kb === undefined) return false;
  return ka !== kb || (a.op === 'const' && isFresh(b)) || (b.op === 'const' && isFresh(a));
}

/** Tells whether an object made by an op of the table is of a class, or returns undefined. */
function isOfClass(c: Context, x: Ins, type: Ins): boolean | undefined {
  if (!isComputed(x) || type.op !== 'const') return undefined;
  const row = rowOf(x.op);
  if (row.fresh !== true) return undefined;
  if (row.kind !== 'instance') return row.kind === instancesOf(c.describe, type);
  const made = x.args[0]!;
  return made.op === 'const' ? made.value === type.value : undefined;
}
