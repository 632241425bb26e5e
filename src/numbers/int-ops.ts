/**
 * Exact integer arithmetic on Python ints, which are JS numbers within ±(2^53-1) and bigints beyond.
 *
 * Every result is normalised: a number exactly where it fits. What makes the number paths correct:
 *
 * - A sum, difference or product of two safe integers that *rounds* to a safe integer is exact, so
 *   `Number.isSafeInteger(result)` is the whole overflow check. -0 must not arise (`+ 0` removes it).
 * - For safe x and y ≠ 0, `Math.floor(x / y)` is the exact floor: x / y differs from the integer n it is
 *   close to by at least 1/|y|, more than half an ulp of n as long as |x| < 2^53.
 * - Comparisons between number and bigint are exact in JS, and so is `Number(bigint)` (half to even).
 *
 * Operators follow the reference ("Binary arithmetic operations"): // and % take the sign of the divisor,
 * and the texts of errors are those of Objects/longobject.c in 3.13.
 */
import { MOST, memoryError } from './allocation.ts';
import { overflowError, valueError, zeroDivisionError } from './faults.ts';
import { watched } from './huge.ts';
import { and53, modSigned, or53, xor53 } from './int-fast.ts';
import { scalb } from './libm/bits.ts';

export type Int = number | bigint;

/** Makes an int of a bigint: a number where it fits. */
export function normInt(n: bigint): Int {
  return n >= -9007199254740991n && n <= 9007199254740991n ? Number(n) : n;
}

const SSIZE_MAX = 9223372036854775807n;

/** Returns `x + y`. */
export function intAdd(x: Int, y: Int): Int {
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x + y;
    if (Number.isSafeInteger(r)) return r;
  }
  return normInt(BigInt(x) + BigInt(y));
}

/** Returns `x - y`. */
export function intSub(x: Int, y: Int): Int {
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x - y;
    if (Number.isSafeInteger(r)) return r;
  }
  return normInt(BigInt(x) - BigInt(y));
}

/** Returns `x * y`. Throws MemoryError. */
export function intMul(x: Int, y: Int): Int {
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x * y;
    if (Number.isSafeInteger(r)) return r + 0;
    return BigInt(x) * BigInt(y);
  }
  if (x === 0 || y === 0) return 0;
  try {
    return normInt(watched(BigInt(x), BigInt(y), product));
  } catch (e) {
    return tooLarge(e);
  }
}

const product = (a: bigint, b: bigint): bigint => a * b;

/** Turns V8's RangeError of a too large bigint into MemoryError; passes on what it is not. */
export function tooLarge(e: unknown): never {
  if (e instanceof RangeError) memoryError();
  throw e;
}

/** Returns `x // y`. Throws ZeroDivisionError. */
export function intFloorDiv(x: Int, y: Int): Int {
  if (typeof x === 'number' && typeof y === 'number') {
    if (y === 0) zeroDivisionError('integer division or modulo by zero');
    return Math.floor(x / y) + 0;
  }
  if (y === 0) zeroDivisionError('integer division or modulo by zero');
  return normInt(watched(BigInt(x), BigInt(y), bigFloorDiv));
}

function bigFloorDiv(a: bigint, b: bigint): bigint {
  const q = a / b;
  return a < 0n !== b < 0n && q * b !== a ? q - 1n : q;
}

/** Returns `x % y`, with the sign of y. Throws ZeroDivisionError. */
export function intMod(x: Int, y: Int): Int {
  if (y === 0) zeroDivisionError('integer modulo by zero');
  return mod(x, y);
}

/** Returns `x % y` for y ≠ 0. */
export function mod(x: Int, y: Int): Int {
  if (typeof x === 'number' && typeof y === 'number') {
    if (x >= 0 && y > 0) return x < 2147483648 && y < 2147483648 ? (x | 0) % (y | 0) : x % y;
    return modSigned(x, y);
  }
  return normInt(watched(BigInt(x), BigInt(y), bigMod));
}

function bigMod(a: bigint, b: bigint): bigint {
  const r = a % b;
  return r !== 0n && r < 0n !== b < 0n ? r + b : r;
}

/** Returns `divmod(x, y)`. Throws ZeroDivisionError. */
export function intDivmod(x: Int, y: Int): [Int, Int] {
  if (y === 0) zeroDivisionError('integer division or modulo by zero');
  if (typeof x === 'number' && typeof y === 'number') return [Math.floor(x / y) + 0, mod(x, y)];
  return watched(BigInt(x), BigInt(y), bigDivmod);
}

function bigDivmod(a: bigint, b: bigint): [Int, Int] {
  let q = a / b;
  let r = a - q * b;
  if (r !== 0n && r < 0n !== b < 0n) {
    q -= 1n;
    r += b;
  }
  return [normInt(q), normInt(r)];
}

/**
 * Returns `x / y`, correctly rounded. Throws ZeroDivisionError, OverflowError.
 * Algorithm: long_true_divide of CPython — a quotient of at least 55 bits with a sticky bit, rounded once.
 */
export function intTrueDiv(x: Int, y: Int): number {
  if (y === 0) zeroDivisionError('division by zero');
  if (typeof x === 'number' && typeof y === 'number') return x / y;
  if (x === 0) return y < 0 ? -0 : 0;
  const negative = x < 0 !== y < 0;
  const a = BigInt(x < 0 ? -x : x);
  const b = BigInt(y < 0 ? -y : y);
  const diff = intBitLength(a) - intBitLength(b);
  if (diff > 1024) overflowError('integer division result too large for a float');
  if (diff < -1076) return negative ? -0 : 0;
  const shift = Math.max(diff, -1021) - 55;
  const n = shift <= 0 ? a << BigInt(-shift) : a;
  const d = shift <= 0 ? b : b << BigInt(shift);
  let q = n / d;
  let sticky = q * d !== n;
  const extra = Math.max(intBitLength(q), -1021 - shift) - 53;
  const mask = (1n << BigInt(extra)) - 1n;
  const low = q & mask;
  q >>= BigInt(extra);
  const half = 1n << BigInt(extra - 1);
  sticky ||= (low & (half - 1n)) !== 0n;
  if ((low & half) !== 0n && (sticky || (q & 1n) === 1n)) q += 1n;
  const r = scalb(Number(q), shift + extra);
  if (r === Number.POSITIVE_INFINITY) overflowError('integer division result too large for a float');
  return negative ? -r : r;
}

/** Returns `float(x)`, rounded half to even. Throws OverflowError. */
export function intToFloat(x: Int): number {
  if (typeof x === 'number') return x;
  const r = Number(x);
  if (r === Number.POSITIVE_INFINITY || r === Number.NEGATIVE_INFINITY)
    overflowError('int too large to convert to float');
  return r;
}

/** Returns -1, 0 or 1 as x is below, equal to or above y. */
export function intCompare(x: Int, y: Int): number {
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Returns `-x`. */
export function intNeg(x: Int): Int {
  return typeof x === 'number' ? 0 - x : normInt(-x);
}

/** Returns `abs(x)`. */
export function intAbs(x: Int): Int {
  return typeof x === 'number' ? Math.abs(x) : x < 0n ? -x : x;
}

/** Returns `~x`. */
export function intInvert(x: Int): Int {
  if (typeof x === 'number') {
    const r = -1 - x;
    if (Number.isSafeInteger(r)) return r;
  }
  return normInt(~BigInt(x));
}

/* ---- bits ---- */

/** Tells whether x is an int32. */
function small(x: Int): x is number {
  return x === ((x as number) | 0);
}

/** Returns `x & y`. */
export function intAnd(x: Int, y: Int): Int {
  if (typeof x === 'number' && typeof y === 'number') {
    const r = and53(x, y);
    if (Number.isSafeInteger(r)) return r;
  }
  return normInt(BigInt(x) & BigInt(y));
}

/** Returns `x | y`. */
export function intOr(x: Int, y: Int): Int {
  if (typeof x === 'number' && typeof y === 'number') {
    const r = or53(x, y);
    if (Number.isSafeInteger(r)) return r;
  }
  return normInt(BigInt(x) | BigInt(y));
}

/** Returns `x ^ y`. */
export function intXor(x: Int, y: Int): Int {
  if (typeof x === 'number' && typeof y === 'number') {
    const r = xor53(x, y);
    if (Number.isSafeInteger(r)) return r;
  }
  return normInt(BigInt(x) ^ BigInt(y));
}

/** Returns `x << n`. Throws ValueError for a negative count, OverflowError and MemoryError for a huge one. */
export function intLshift(x: Int, n: Int): Int {
  if (n < 0) valueError('negative shift count');
  if (x === 0) return 0;
  if (typeof n === 'bigint' || n > MOST.bits) {
    if (BigInt(n) / 30n > SSIZE_MAX) overflowError('too many digits in integer');
    memoryError();
  }
  if (typeof x === 'number' && n < 64) {
    const r = n < 31 ? x * (1 << n) : x * 2 ** n;
    if (Number.isSafeInteger(r)) return r;
  }
  try {
    return normInt(BigInt(x) << BigInt(n));
  } catch (e) {
    return tooLarge(e);
  }
}

/** Returns `x >> n`. Throws ValueError for a negative count. */
export function intRshift(x: Int, n: Int): Int {
  if (n < 0) valueError('negative shift count');
  if (typeof n === 'bigint' || n > MOST.bits) return x < 0 ? -1 : 0;
  if (typeof x === 'number') {
    if (small(x)) return n < 32 ? x >> n : x >> 31;
    return n < 64 ? Math.floor(x / 2 ** n) : x < 0 ? -1 : 0;
  }
  return normInt(x >> BigInt(n));
}

/** Returns `x.bit_length()`. */
export function intBitLength(x: Int): number {
  if (typeof x === 'number') {
    const a = Math.abs(x);
    return a < 4294967296 ? 32 - Math.clz32(a) : 64 - Math.clz32(Math.floor(a / 4294967296));
  }
  const text = (x < 0n ? -x : x).toString(16);
  return text.length * 4 - Math.clz32(Number.parseInt(text[0]!, 16)) + 28;
}
