/** Decimal numbers as values: kinds, conditions, rounding modes, contexts, and what can be asked without arithmetic. */

/**
 * Decimal numbers and contexts: the values of the General Decimal Arithmetic Specification, rounding, and the
 * operations that are exact before they are rounded.
 *
 * A finite number is (-1)^sign · coef · 10^exp with a bigint coefficient. An operation computes exactly, or far enough
 * that what is cut off shows as a last digit that is no tie, and `finish` rounds once. What happened on the way is
 * collected in `ctx.status`; decimal.ts makes flags and exceptions of it.
 */

export const enum Kind {
  FINITE,
  INFINITE,
  QNAN,
  SNAN,
}

/** Conditions, as bits of a status. The five kinds of invalid operation raise one signal. */
export const enum C {
  INVALID = 1,
  SYNTAX = 2,
  IMPOSSIBLE = 4,
  UNDEFINED = 8,
  BAD_CONTEXT = 16,
  FLOAT = 32,
  BY_ZERO = 64,
  OVERFLOW = 128,
  UNDERFLOW = 256,
  SUBNORMAL = 512,
  INEXACT = 1024,
  ROUNDED = 2048,
  CLAMPED = 4096,
}

export type Rounding =
  | 'ROUND_UP'
  | 'ROUND_DOWN'
  | 'ROUND_CEILING'
  | 'ROUND_FLOOR'
  | 'ROUND_HALF_UP'
  | 'ROUND_HALF_DOWN'
  | 'ROUND_HALF_EVEN'
  | 'ROUND_05UP';

/** A decimal number; `coef` of a NaN is its payload. */
export interface Dec {
  readonly sign: 0 | 1;
  readonly kind: Kind;
  readonly coef: bigint;
  readonly exp: number;
}

/** What operations need of a context. */
export interface Ctx {
  prec: number;
  rounding: Rounding;
  emin: number;
  emax: number;
  clamp: number;
  status: number;
}

export const finite = (sign: 0 | 1, coef: bigint, exp: number): Dec => ({ sign, kind: Kind.FINITE, coef, exp });
export const infinity = (sign: 0 | 1): Dec => ({ sign, kind: Kind.INFINITE, coef: 0n, exp: 0 });
export const NAN: Dec = { sign: 0, kind: Kind.QNAN, coef: 0n, exp: 0 };
export const ONE = finite(0, 1n, 0);

/** Makes a number of an int. */
export function ofInt(n: number | bigint): Dec {
  return finite(n < 0 ? 1 : 0, BigInt(n < 0 ? -n : n), 0);
}

export const digitsOf = (coef: bigint): number => (coef === 0n ? 1 : coef.toString().length);
export const pow10 = (n: number): bigint => 10n ** BigInt(n);
export const isNan = (x: Dec): boolean => x.kind >= Kind.QNAN;
export const isZero = (x: Dec): boolean => x.kind === Kind.FINITE && x.coef === 0n;
export const isInfinite = (x: Dec): boolean => x.kind === Kind.INFINITE;
/** The exponent of the first digit. */
export const adjusted = (x: Dec): number => x.exp + digitsOf(x.coef) - 1;
export const negated = (x: Dec): Dec => ({ ...x, sign: x.sign === 1 ? 0 : 1 });
export const etiny = (ctx: Ctx): number => ctx.emin - ctx.prec + 1;
export const etop = (ctx: Ctx): number => ctx.emax - ctx.prec + 1;
