/**
 * Facts: what guards and ops have established of values, along one path.
 *
 * A value's range is in mathematical integers; a value of sort `int` without a fact lies within
 * ±(2^53-1), except the raw results of int_add and its like, whose range may be wider until their
 * `int_fits` is decided. Facts only ever grow on a path, and hold wherever their guard dominates.
 */
import { FACT_OF, type Description, type KindFact } from '../ir/kinds.ts';
import { rowOf } from '../ir/ops.ts';
import { ANY_INT, MAX_INT, type Range, UNBOUNDED } from '../ir/ranges.ts';
import { type Constant, type Ins, isComputed } from '../ir/trace.ts';

export class Facts {
  private kinds = new Map<Ins, KindFact>();
  private ranges = new Map<Ins, Range>();
  private equal = new Map<Ins, Ins>();
  private conditions = new Map<Ins, boolean>();

  constructor(private readonly describe: (x: Constant) => Description) {}

  clone(): Facts {
    const f = new Facts(this.describe);
    f.kinds = new Map(this.kinds);
    f.ranges = new Map(this.ranges);
    f.equal = new Map(this.equal);
    f.conditions = new Map(this.conditions);
    return f;
  }

  /** Returns the kind a value is known to have. */
  kind(x: Ins): KindFact | undefined {
    if (x.op === 'const') return this.describe(x).kind;
    const kind = isComputed(x) ? rowOf(x.op).kind : undefined;
    return (kind === undefined ? undefined : FACT_OF[kind]) ?? this.kinds.get(x);
  }
  setKind(x: Ins, k: KindFact): void {
    this.kinds.set(x, k);
  }

  range(x: Ins): Range {
    if (x.op === 'const') return typeof x.value === 'number' ? { lo: x.value, hi: x.value } : ANY_INT;
    return this.ranges.get(x) ?? ANY_INT;
  }

  /** Intersects the range of a value with another. */
  narrow(x: Ins, lo: number, hi: number): void {
    if (x.op === 'const') return;
    const r = this.ranges.get(x) ?? (isComputed(x) && rowOf(x.op).overflows === true ? UNBOUNDED : ANY_INT);
    this.ranges.set(x, { lo: Math.max(r.lo, lo), hi: Math.min(r.hi, hi) });
  }

  /** Returns the constant a value is known to equal, or the value. */
  resolve(x: Ins): Ins {
    return this.equal.get(x) ?? x;
  }

  condition(x: Ins): boolean | undefined {
    return this.conditions.get(x);
  }

  /** Takes in that a guarded condition has an outcome. */
  learn(cond: Ins, outcome: boolean): void {
    this.conditions.set(cond, outcome);
    if (!isComputed(cond)) return;
    const [a, b] = cond.args as [Ins, Ins];
    const { tests } = rowOf(cond.op);
    if (tests !== undefined && outcome) this.kinds.set(a, tests);
    switch (cond.op) {
      case 'has_type':
        if (outcome) this.kinds.set(a, instancesOf(this.describe, b) === 'float' ? 'float' : 'object');
        break;
      case 'has_shape':
        if (outcome) this.kinds.set(a, 'object');
        break;
      case 'bool_not':
        this.learn(a, !outcome);
        break;
      case 'ref_eq':
      case 'int_eq':
        if (outcome && b.op === 'const') this.equal.set(a, b);
        else if (outcome && a.op === 'const') this.equal.set(b, a);
        break;
      case 'int_fits':
        if (outcome) this.narrow(a, -MAX_INT, MAX_INT);
        break;
      case 'int_lt':
        if (outcome) this.less(a, b, 1);
        else this.less(b, a, 0);
        break;
      case 'int_le':
        if (outcome) this.less(a, b, 0);
        else this.less(b, a, 1);
        break;
      case 'int_gt':
        if (outcome) this.less(b, a, 1);
        else this.less(a, b, 0);
        break;
      case 'int_ge':
        if (outcome) this.less(b, a, 0);
        else this.less(a, b, 1);
        break;
    }
  }

  /** Takes in a + gap ≤ b. */
  private less(a: Ins, b: Ins, gap: number): void {
    const ra = this.range(a);
    const rb = this.range(b);
    this.narrow(a, Number.NEGATIVE_INFINITY, rb.hi - gap);
    this.narrow(b, ra.lo + gap, Number.POSITIVE_INFINITY);
  }

  /** Decides a comparison by ranges, or returns undefined. */
  decide(op: string, a: Ins, b: Ins): boolean | undefined {
    const x = this.range(a);
    const y = this.range(b);
    switch (op) {
      case 'int_lt':
        return x.hi < y.lo ? true : x.lo >= y.hi ? false : undefined;
      case 'int_le':
        return x.hi <= y.lo ? true : x.lo > y.hi ? false : undefined;
      case 'int_gt':
        return this.decide('int_lt', b, a);
      case 'int_ge':
        return this.decide('int_le', b, a);
      case 'int_eq':
        return a === b ? true : x.hi < y.lo || x.lo > y.hi ? false : undefined;
      case 'int_ne': {
        const e = this.decide('int_eq', a, b);
        return e === undefined ? undefined : !e;
      }
      default:
        return undefined;
    }
  }

  /** Computes the range of a new op's result from its operands. */
  derive(x: Ins): void {
    const r = this.rangeOf(x);
    if (r !== undefined) this.ranges.set(x, r);
  }

  /** Narrows an op's range by what has been learnt of its operands since it was emitted. */
  refresh(x: Ins): void {
    const r = this.rangeOf(x);
    if (r !== undefined) this.narrow(x, r.lo, r.hi);
  }

  private rangeOf(x: Ins): Range | undefined {
    const rule = isComputed(x) ? rowOf(x.op).range : undefined;
    if (rule === undefined) return undefined;
    const at = (i: number): Range => (x.args[i] === undefined ? ANY_INT : this.range(x.args[i]));
    return rule(at(0), at(1), at(2), x.args[0] === x.args[1]);
  }
}

/** Returns the kind of the instances of a class that is a constant. */
export function instancesOf(describe: (x: Constant) => Description, x: Ins): Description['instances'] {
  return x.op === 'const' ? describe(x).instances : undefined;
}
