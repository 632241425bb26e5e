/**
 * What the integer rows mean, by BigInt and the definitions of the language; undefined where a row is not about
 * integers.
 */
import type { OpName } from '../../../src/ir/ops.ts';

const B = BigInt;

function floorDiv(a: bigint, b: bigint): bigint {
  const q = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? q - 1n : q;
}

function mod(a: bigint, b: bigint): bigint {
  return a - floorDiv(a, b) * b;
}

function rangeCount(start: bigint, stop: bigint, step: bigint): bigint {
  const n = step > 0n ? floorDiv(stop - start + step - 1n, step) : floorDiv(start - stop - step - 1n, -step);
  return n > 0n ? n : 0n;
}

export const REFERENCE: Partial<Record<OpName, (...args: any[]) => bigint | boolean>> = {
  int_add: (a, b) => B(a) + B(b),
  int_sub: (a, b) => B(a) - B(b),
  int_mul: (a, b) => B(a) * B(b),
  int_mul_positive: (a, b) => B(a) * B(b),
  int_neg: (a) => -B(a),
  int_abs: (a) => (a < 0 ? -B(a) : B(a)),
  int_invert: (a) => ~B(a),
  int_floordiv: (a, b) => floorDiv(B(a), B(b)),
  int_floordiv_i32: (a, b) => floorDiv(B(a), B(b)),
  int_mod: (a, b) => mod(B(a), B(b)),
  int_mod_i32: (a, b) => mod(B(a), B(b)),
  int_mod_wide: (a, b) => mod(B(a), B(b)),
  int_mod_signed: (a, b) => mod(B(a), B(b)),
  int_and: (a, b) => B(a) & B(b),
  int_or: (a, b) => B(a) | B(b),
  int_xor: (a, b) => B(a) ^ B(b),
  i32_and: (a, b) => B(a) & B(b),
  i32_or: (a, b) => B(a) | B(b),
  i32_xor: (a, b) => B(a) ^ B(b),
  i32_add: (a, b) => B.asIntN(32, B(a) + B(b)),
  i32_sub: (a, b) => B.asIntN(32, B(a) - B(b)),
  i32_mul: (a, b) => B.asIntN(32, B(a) * B(b)),
  int_shl: (a, b) => B(a) << B(b),
  int_shr: (a, b) => B(a) >> B(b),
  i32_shr: (a, b) => B(a) >> B(b),
  int_lt: (a, b) => B(a) < B(b),
  int_le: (a, b) => B(a) <= B(b),
  int_eq: (a, b) => B(a) === B(b),
  int_ne: (a, b) => B(a) !== B(b),
  int_gt: (a, b) => B(a) > B(b),
  int_ge: (a, b) => B(a) >= B(b),
  any_add: (a, b) => B(a) + B(b),
  any_sub: (a, b) => B(a) - B(b),
  any_mul: (a, b) => B(a) * B(b),
  any_mask: (a, m) => B(a) & B(m),
  any_mod: (a, m) => mod(B(a), B(m)),
  int_mulmod: (a, b, m) => mod(B(a) * B(b), B(m)),
  bool_to_int: (b) => (b ? 1n : 0n),
  range_count: (a, b, c) => rangeCount(B(a), B(b), B(c)),
};
