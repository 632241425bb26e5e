/** Comparison of sequences item by item, as list, tuple, slice and deque share it. */
import { Comparison } from '../../bytecode/operators.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { compareOp, sameOrEqual } from '../../protocol/compare.ts';

/** Applies a comparison operator to two lengths. */
function compareLengths(op: number, a: number, b: number): boolean {
  switch (op) {
    case Comparison.LT:
      return a < b;
    case Comparison.LE:
      return a <= b;
    case Comparison.EQ:
      return a === b;
    case Comparison.NE:
      return a !== b;
    case Comparison.GT:
      return a > b;
    default:
      return a >= b;
  }
}

/**
 * Compares two arrays of values by the index of an operator in COMPARE_OPERATORS: the first pair that is
 * not equal (identical counts as equal) decides, then the length. May run Python, which may change the arrays.
 */
export function compareItems(op: number, a: readonly PyValue[], b: readonly PyValue[]): PyValue {
  if (a.length !== b.length && (op === Comparison.EQ || op === Comparison.NE)) return op === Comparison.NE;
  for (let i = 0; i < a.length && i < b.length; i++) {
    const x = a[i]!,
      y = b[i]!;
    if (x === y || sameOrEqual(x, y)) continue;
    if (op === Comparison.EQ) return false;
    if (op === Comparison.NE) return true;
    return compareOp(op, x, y);
  }
  return compareLengths(op, a.length, b.length);
}

/** Tells whether two arrays of numbers are equal item by item. */
export function equalNumbers(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
