/**
 * Ranges of integers, and how ops carry them: the column `range` of the op table.
 *
 * A range is in mathematical integers; both ends are within it. A rule takes the ranges of the first
 * three operands (`ANY_INT` where there is none) and whether the first two are one value. It returns
 * undefined where it says nothing: the result is then any int of its sort.
 */

export const MAX_INT = Number.MAX_SAFE_INTEGER;
const I32 = 0x7fffffff;

export interface Range {
  readonly lo: number;
  readonly hi: number;
}
export const ANY_INT: Range = { lo: -MAX_INT, hi: MAX_INT };
/** What the result of an op that may leave the range of its sort lies in before `int_fits` has held. */
export const UNBOUNDED: Range = { lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY };
const SIGNED_32: Range = { lo: -I32 - 1, hi: I32 };
/** Results of `& | ^` on 53 bits: -2^53 is one beyond the sort. */
const BITS_53: Range = { lo: -(2 ** 53), hi: MAX_INT };

export type RangeRule = (a: Range, b: Range, c: Range, same: boolean) => Range | undefined;

/** Tells whether a range lies within signed 32 bits. */
export function isI32(r: Range): boolean {
  return r.lo >= SIGNED_32.lo && r.hi <= SIGNED_32.hi;
}

/** Tells whether a range lies within [0, 2^31). */
export function isU31(r: Range): boolean {
  return r.lo >= 0 && r.hi <= I32;
}

/** Makes the rule of an op whose result always lies within the same bounds. */
export function within(lo: number, hi: number): RangeRule {
  const range = { lo, hi };
  return () => range;
}

export const sameAs: RangeRule = (a) => a;

export const sum: RangeRule = (a, b) => ({ lo: a.lo + b.lo, hi: a.hi + b.hi });

export const difference: RangeRule = (a, b) => ({ lo: a.lo - b.hi, hi: a.hi - b.lo });

export const product: RangeRule = (a, b, _c, same) => {
  if (same) {
    const most = Math.max(Math.abs(a.lo), Math.abs(a.hi));
    return { lo: a.lo > 0 ? a.lo * a.lo : 0, hi: most * most };
  }
  const corners = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi].map((n) => n + 0);
  return { lo: Math.min(...corners), hi: Math.max(...corners) };
};

export const shiftedLeft: RangeRule = (a, b) =>
  b.lo === b.hi
    ? { lo: Math.min(a.lo * 2 ** b.lo, a.lo), hi: Math.max(a.hi * 2 ** b.lo, a.hi) }
    : { lo: UNBOUNDED.lo, hi: UNBOUNDED.hi };

export const shiftedRight: RangeRule = (a, b) =>
  b.lo >= 0 ? { lo: Math.min(a.lo, 0), hi: Math.max(a.hi, 0) } : undefined;

export const negated: RangeRule = (a) => ({ lo: -a.hi, hi: -a.lo });

export const inverted: RangeRule = (a) => ({ lo: -1 - a.hi, hi: -1 - a.lo });

export const absolute: RangeRule = (a) => ({ lo: 0, hi: Math.max(Math.abs(a.lo), Math.abs(a.hi)) });

/** Of a remainder by a positive divisor, the last operand. */
export const remainder: RangeRule = (_a, b) => ({ lo: 0, hi: Math.max(0, b.hi - 1) });
export const remainderOfProduct: RangeRule = (_a, _b, m) => remainder(ANY_INT, m, ANY_INT, false);

export const quotient: RangeRule = (a, b) =>
  b.lo > 0 ? { lo: a.lo >= 0 ? 0 : Math.floor(a.lo / b.lo), hi: a.hi < 0 ? -1 : Math.floor(a.hi / b.lo) } : undefined;

/** Of `&`: a non-negative operand bounds it, whatever the other is. */
function conjunction(any: Range): RangeRule {
  return (a, b) =>
    a.lo >= 0 || b.lo >= 0 ? { lo: 0, hi: Math.min(a.lo >= 0 ? a.hi : MAX_INT, b.lo >= 0 ? b.hi : MAX_INT) } : any;
}

/** Of `|` and `^`: the sign is known of non-negative operands. */
function disjunction(any: Range): RangeRule {
  return (a, b) => (a.lo >= 0 && b.lo >= 0 ? { lo: 0, hi: any.hi } : any);
}

export const and53 = conjunction(BITS_53);
export const and32 = conjunction(SIGNED_32);
export const or53 = disjunction(BITS_53);
export const or32 = disjunction(SIGNED_32);
export const signed32: RangeRule = () => SIGNED_32;
export const masked: RangeRule = (_x, mask) => ({ lo: 0, hi: mask.hi });
