/**
 * What rows of the op table demand of their operands beyond their sorts: the column `domain`.
 *
 * Semantics ask before they use such a row, or the optimiser knows it of the ranges. Samples of the
 * tests are those within; nothing looks at it in a run.
 */

export type Domain = (...operands: any[]) => boolean;

const i32 = (n: number): boolean => n >= -0x80000000 && n <= 0x7fffffff;
const u31 = (n: number): boolean => n >= 0 && n <= 0x7fffffff;

/** Divided by anything but 0. */
export const divisible: Domain = (_a, b) => b !== 0;
/** Of two operands of which none is negative, divided by more than 0. */
export const positive: Domain = (a, b) => a >= 0 && b > 0;
/** The same below 2^31. */
export const positive31: Domain = (a, b) => u31(a) && u31(b) && b > 0;
/** A product that is not -0. */
export const signless: Domain = (a, b) => a > 0 || b > 0 || (a >= 0 && b >= 0);
export const both32: Domain = (a, b) => i32(a) && i32(b);
/** One operand below 2^31 makes the high bits of the other irrelevant to `&`. */
export const maskable: Domain = (a, b) => u31(a) || u31(b) || (i32(a) && i32(b));
export const shift52: Domain = (_a, b) => b >= 0 && b <= 52;
export const shift: Domain = (_a, b) => b >= 0;
export const shift32: Domain = (a, b) => i32(a) && b >= 0 && b < 32;
export const mask31: Domain = (_x, m) => u31(m);
export const modulus: Domain = (_x, m) => m > 0;
export const modulus3: Domain = (_a, _b, m) => m > 0;
export const step: Domain = (_a, _b, by) => by !== 0;
/** The square is far from overflow. */
export const squarable: Domain = (x) => x * x < 1e300;
export const truncatable: Domain = (x) => x > -Number.MAX_SAFE_INTEGER && x < Number.MAX_SAFE_INTEGER;
