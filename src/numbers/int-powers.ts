/** Powers, roots and greatest common divisors of ints of any size. */
import { MOST, memoryError } from './allocation.ts';
import { watched, watchedBits } from './huge.ts';
import { checkInterrupt } from '../signals/polling.ts';
import { mulMod } from './int-fast.ts';
import { valueError } from './faults.ts';
import { floatPow } from './float-ops.ts';
import { intAbs, intAdd, intBitLength, intNeg, intToFloat, mod, normInt, tooLarge, type Int } from './int-ops.ts';

/* ---- powers ---- */

/** Returns `x ** y` for y < 0, a float. Throws ZeroDivisionError, OverflowError. */
export function intReciprocalPower(x: Int, y: Int): number {
  return floatPow(intToFloat(x), intToFloat(y));
}

/** Returns `x ** y` for y >= 0. Throws MemoryError. */
export function intPower(x: Int, y: Int): Int {
  if (x === 1 || y === 0) return 1;
  if (x === 0) return 0;
  if (x === -1) return (typeof y === 'number' ? y % 2 : Number(y & 1n)) === 0 ? 1 : -1;
  if (typeof x === 'number' && typeof y === 'number' && y < 54) {
    // Every partial product divides the result, so all are exact while the result is safe.
    let r = 1;
    let base = x;
    let e = y;
    while (true) {
      if ((e & 1) !== 0) r *= base;
      e >>= 1;
      if (e === 0) break;
      base *= base;
    }
    if (Number.isSafeInteger(r)) return r;
  }
  const bits = (intBitLength(x) - 1) * Number(y);
  if (bits > MOST.bits) memoryError();
  try {
    return normInt(watchedBits(bits, () => BigInt(x) ** BigInt(y)));
  } catch (e) {
    return tooLarge(e);
  }
}

/**
 * Returns `pow(x, y, z)`, with the sign of z. Throws ValueError for z = 0, and for y < 0 if x has no
 * inverse modulo z.
 */
export function intPowMod(x: Int, y: Int, z: Int): Int {
  if (z === 0) valueError('pow() 3rd argument cannot be 0');
  if (z === 1 || z === -1) return 0;
  const m = intAbs(z);
  let base = mod(x, m);
  if (y < 0) {
    base = invertModulo(base, m);
    y = intNeg(y);
  }
  const r =
    typeof m === 'number' && typeof base === 'number' && m <= 2 ** 50
      ? smallPowMod(base, y, m)
      : watched(BigInt(m), BigInt(y), (n, e) => bigPowMod(BigInt(base), e, n));
  return r !== 0 && z < 0 ? intAdd(r, z) : r;
}

/** Returns base**e mod m by squaring on doubles, m <= 2^50. */
function smallPowMod(base: number, e: Int, m: number): number {
  const bits = e.toString(2);
  let r = 1;
  for (let i = 0; i < bits.length; i++) {
    r = mulMod(r, r, m);
    if (bits.charCodeAt(i) === 49) r = mulMod(r, base, m);
  }
  return r;
}

/** Returns base**e mod m, four bits of e at a time. */
function bigPowMod(base: bigint, e: bigint, m: bigint): Int {
  const digits = e.toString(16);
  const powers: bigint[] = [1n, base];
  if (digits.length > 4) for (let i = 2; i < 16; i++) powers.push((powers[i - 1]! * base) % m);
  let r = 1n;
  for (const ch of digits) {
    checkInterrupt();
    const d = Number.parseInt(ch, 16);
    if (digits.length > 4) {
      for (let i = 0; i < 4; i++) r = (r * r) % m;
      if (d !== 0) r = (r * powers[d]!) % m;
    } else {
      for (let bit = 8; bit > 0; bit >>= 1) {
        r = (r * r) % m;
        if ((d & bit) !== 0) r = (r * base) % m;
      }
    }
  }
  return normInt(r % m);
}

/** Returns the inverse of a modulo m > 1. Throws ValueError if there is none. */
function invertModulo(a: Int, m: Int): Int {
  let r0 = BigInt(m),
    r1 = BigInt(a),
    s0 = 0n,
    s1 = 1n;
  while (r1 !== 0n) {
    const q = r0 / r1;
    [r0, r1] = [r1, r0 - q * r1];
    [s0, s1] = [s1, s0 - q * s1];
  }
  if (r0 !== 1n) valueError('base is not invertible for the given modulus');
  return mod(normInt(s0), m);
}

/** Returns the greatest common divisor, never negative. */
export function intGcd(x: Int, y: Int): Int {
  let a = intAbs(x);
  let b = intAbs(y);
  while (typeof a === 'bigint' || typeof b === 'bigint') {
    checkInterrupt();
    if (b === 0) return a;
    [a, b] = [b, mod(a, b)];
  }
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

/** Returns the integer square root of n >= 0. */
export function intSqrt(n: Int): Int {
  if (typeof n === 'number') {
    // sqrt is correctly rounded, so its floor is off by at most one, upwards.
    const r = Math.floor(Math.sqrt(n));
    return r * r > n ? r - 1 : r;
  }
  return watched(n, 0n, (a) => normInt(bigSqrt(a)));
}

/** Returns floor(sqrt(n)), doubling the precision at each step (the algorithm of math.isqrt). */
function bigSqrt(n: bigint): bigint {
  const c = BigInt((intBitLength(n) - 1) >> 1);
  let a = 1n;
  let d = 0n;
  for (let s = c.toString(2).length - 1; s >= 0; s--) {
    const e = d;
    d = c >> BigInt(s);
    a = (a << (d - e - 1n)) + (n >> (2n * c - e - d + 1n)) / a;
  }
  return a * a > n ? a - 1n : a;
}
