/**
 * Facts: what guards and ops have established of values, along one path.
 *
 * A value's range is in mathematical integers; a value of sort `int` without a fact lies within
 * ±(2^53-1), except the raw results of int_add and its like, whose range may be wider until their
 * `int_fits` is decided. Facts only ever grow on a path, and hold wherever their guard dominates.
 */
import type { Ins } from '../ir/trace.ts';

export const MAX_INT = Number.MAX_SAFE_INTEGER;
const I32 = 0x7fffffff;

export type KindFact = 'int' | 'big' | 'float' | 'bool' | 'str' | 'object';

export interface Range {
  readonly lo: number;
  readonly hi: number;
}
export const ANY_INT: Range = { lo: -MAX_INT, hi: MAX_INT };

/** Ops whose result is known to be of a kind. */
const KIND_OF_OP: ReadonlyMap<string, KindFact> = new Map<string, KindFact>([
  ['box_int', 'int'],
  ['box_float', 'float'],
  ['box_bool', 'bool'],
  ['str_concat', 'str'],
  ['new_tuple2', 'object'],
  ['new_tuple3', 'object'],
  ['new_tuple4', 'object'],
  ['new_range', 'object'],
  ['new_range_iterator', 'object'],
  ['new_list_iterator', 'object'],
  ['new_tuple_iterator', 'object'],
  ['new_instance', 'object'],
]);

export class Facts {
  private kinds = new Map<Ins, KindFact>();
  private ranges = new Map<Ins, Range>();
  private equal = new Map<Ins, Ins>();
  private conditions = new Map<Ins, boolean>();

  clone(): Facts {
    const f = new Facts();
    f.kinds = new Map(this.kinds);
    f.ranges = new Map(this.ranges);
    f.equal = new Map(this.equal);
    f.conditions = new Map(this.conditions);
    return f;
  }

  /** Returns the kind a value is known to have. */
  kind(x: Ins): KindFact | undefined {
    if (x.op === 'const') {
      switch (typeof x.value) {
        case 'number':
          return 'int';
        case 'bigint':
          return 'big';
        case 'boolean':
          return 'bool';
        case 'string':
          return 'str';
        default:
          return (x.value as { value?: unknown; type?: { name: string } } | undefined)?.type?.name === 'float'
            ? 'float'
            : 'object';
      }
    }
    return KIND_OF_OP.get(x.op) ?? this.kinds.get(x);
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
    const r =
      this.ranges.get(x) ??
      (x.op === 'int_add' || x.op === 'int_sub' || x.op === 'int_mul' || x.op === 'int_shl'
        ? { lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY }
        : ANY_INT);
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
    const [a, b] = cond.args as [Ins, Ins];
    switch (cond.op) {
      case 'is_int':
        if (outcome) this.kinds.set(a, 'int');
        break;
      case 'is_big':
        if (outcome) this.kinds.set(a, 'big');
        break;
      case 'is_bool':
        if (outcome) this.kinds.set(a, 'bool');
        break;
      case 'is_str':
        if (outcome) this.kinds.set(a, 'str');
        break;
      case 'has_type':
        if (outcome)
          this.kinds.set(
            a,
            (b.value as { name: string; heap: boolean }).name === 'float' && !(b.value as { heap: boolean }).heap
              ? 'float'
              : 'object',
          );
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
    const a = x.args[0] === undefined ? ANY_INT : this.range(x.args[0]);
    const b = x.args[1] === undefined ? ANY_INT : this.range(x.args[1]);
    switch (x.op) {
      case 'int_add':
        return { lo: a.lo + b.lo, hi: a.hi + b.hi };
      case 'int_sub':
        return { lo: a.lo - b.hi, hi: a.hi - b.lo };
      case 'int_mul':
      case 'int_mul_positive': {
        if (x.args[0] === x.args[1]) {
          const most = Math.max(Math.abs(a.lo), Math.abs(a.hi));
          return { lo: a.lo > 0 ? a.lo * a.lo : 0, hi: most * most };
        }
        const p = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi].map((n) => n + 0);
        return { lo: Math.min(...p), hi: Math.max(...p) };
      }
      case 'int_shl':
        return b.lo === b.hi
          ? { lo: Math.min(a.lo * 2 ** b.lo, a.lo), hi: Math.max(a.hi * 2 ** b.lo, a.hi) }
          : { lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY };
      case 'int_neg':
        return { lo: -a.hi, hi: -a.lo };
      case 'int_abs':
        return { lo: 0, hi: Math.max(Math.abs(a.lo), Math.abs(a.hi)) };
      case 'int_mod':
      case 'int_mod_i32':
      case 'int_mod_wide':
      case 'any_mod':
      case 'int_mulmod': {
        const m = x.op === 'int_mulmod' ? this.range(x.args[2]!) : b;
        return { lo: 0, hi: Math.max(0, m.hi - 1) };
      }
      case 'int_floordiv':
      case 'int_floordiv_i32':
        return b.lo > 0
          ? { lo: Math.min(a.lo, 0) === 0 ? 0 : Math.floor(a.lo / b.lo), hi: a.hi < 0 ? -1 : Math.floor(a.hi / b.lo) }
          : undefined;
      case 'any_mask':
        return { lo: 0, hi: b.hi };
      case 'i32_and':
      case 'int_and':
        if (a.lo >= 0 || b.lo >= 0)
          return { lo: 0, hi: Math.min(a.lo >= 0 ? a.hi : MAX_INT, b.lo >= 0 ? b.hi : MAX_INT) };
        return x.op === 'i32_and' ? { lo: -I32 - 1, hi: I32 } : { lo: -(2 ** 53), hi: MAX_INT };
      case 'i32_or':
      case 'i32_xor':
        return a.lo >= 0 && b.lo >= 0 ? { lo: 0, hi: I32 } : { lo: -I32 - 1, hi: I32 };
      case 'int_or':
      case 'int_xor':
        return a.lo >= 0 && b.lo >= 0 ? { lo: 0, hi: MAX_INT } : { lo: -(2 ** 53), hi: MAX_INT };
      case 'i32_add':
      case 'i32_sub':
      case 'i32_mul':
        return { lo: -I32 - 1, hi: I32 };
      case 'i32_shr':
      case 'int_shr':
        return b.lo >= 0 ? { lo: Math.min(a.lo, 0), hi: Math.max(a.hi, 0) } : undefined;
      case 'int_invert':
        return { lo: -1 - a.hi, hi: -1 - a.lo };
      case 'items_length':
      case 'tuple_length':
        return { lo: 0, hi: 0xffffffff };
      case 'range_count':
        return { lo: 0, hi: 2 ** 54 };
      case 'range_length':
        return { lo: 0, hi: MAX_INT };
      case 'bool_to_int':
        return { lo: 0, hi: 1 };
      case 'unbox_int':
        return this.ranges.get(x.args[0]!);
      default:
        return undefined;
    }
  }
}

/** Tells whether a range lies within signed 32 bits. */
export function isI32(r: Range): boolean {
  return r.lo >= -I32 - 1 && r.hi <= I32;
}
/** Tells whether a range lies within [0, 2^31). */
export function isU31(r: Range): boolean {
  return r.lo >= 0 && r.hi <= I32;
}
