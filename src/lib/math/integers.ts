/**
 * Functions of the module `math` on integers: factorial, comb, perm, gcd, lcm, isqrt, prod.
 *
 * Large products are taken as balanced trees, so that the cost is that of a few large multiplications.
 */
import { Binary } from '../../bytecode/operators.ts';
import { intGcd } from '../../numbers/int-powers.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None } from '../../objects/core/values.ts';
import { overflowError, valueError } from '../../objects/core/exceptions.ts';
import { type Int, intAbs, intFloorDiv, intMul, intSub, normInt } from '../../numbers/int-ops.ts';
import { iterate } from '../../protocol/iterate.ts';
import { indexOf } from '../../objects/slots/number.ts';
import { binaryOp } from '../../protocol/number.ts';
import { memoryError } from '../../numbers/allocation.ts';

/** Returns the product of the integers low, low+step, … below high. */
function product(low: number, high: number, step = 1): bigint {
  const count = Math.ceil((high - low) / step);
  if (count > 16) {
    const middle = low + step * (count >> 1);
    return product(low, middle, step) * product(middle, high, step);
  }
  let r = 1n;
  let small = 1;
  for (let i = low; i < high; i += step) {
    const next = small * i;
    if (Number.isSafeInteger(next)) small = next;
    else {
      r *= BigInt(small);
      small = i;
    }
  }
  return r * BigInt(small);
}

/** Returns n! Throws ValueError, OverflowError, MemoryError. */
export function factorial(n: Int): Int {
  if (n < 0) valueError('factorial() not defined for negative values');
  if (typeof n === 'bigint' && n > 9223372036854775807n)
    overflowError('factorial() argument should not exceed 9223372036854775807');
  if (n > 50_000_000) memoryError();
  const k = Number(n);
  if (k < 19) {
    let r = 1;
    for (let i = 2; i <= k; i++) r *= i;
    return r;
  }
  // n! = 2^(n - ones(n)) times products of odd numbers, each range of which is raised to a power.
  let r = 1n;
  let inner = 1n;
  const levels = Math.floor(Math.log2(k));
  for (let i = levels; i >= 0; i--) {
    const top = Math.floor(k / 2 ** i);
    const bottom = Math.floor(k / 2 ** (i + 1));
    inner *= product((bottom + 1) | 1, top + 1, 2);
    r *= inner;
  }
  let ones = 0;
  for (let m = k; m > 0; m = Math.floor(m / 2)) ones += m % 2;
  return normInt(r << BigInt(k - ones));
}

/** Returns n (n-1) … (n-k+1) for k >= 0. */
function falling(n: Int, k: number): bigint {
  if (typeof n === 'number') return product(n - k + 1, n + 1);
  if (k === 0) return 1n;
  if (k === 1) return n;
  const half = k >> 1;
  return falling(n, half) * falling(normInt(n - BigInt(half)), k - half);
}

/** Checks the arguments of comb and perm. Throws ValueError. */
function checkCounts(n: Int, k: Int): void {
  if (n < 0) valueError('n must be a non-negative integer');
  if (k < 0) valueError('k must be a non-negative integer');
}

/** Returns the number of ways to choose k of n in order. Throws ValueError, OverflowError, MemoryError. */
export function perm(n: Int, kArg: PyValue | undefined): Int {
  if (kArg === undefined || kArg === None) return factorial(n);
  const k = indexOf(kArg);
  checkCounts(n, k);
  if (n < k) return 0;
  if (typeof k === 'bigint' && k > 9223372036854775807n) overflowError('k must not exceed 9223372036854775807');
  if (k > 50_000_000) memoryError();
  return normInt(falling(n, Number(k)));
}

/** Returns the number of ways to choose k of n. Throws ValueError, OverflowError, MemoryError. */
export function comb(n: Int, kGiven: Int): Int {
  checkCounts(n, kGiven);
  if (n < kGiven) return 0;
  const other = intSub(n, kGiven);
  const k = other < kGiven ? other : kGiven;
  if (typeof k === 'bigint' && k > 9223372036854775807n)
    overflowError('min(n - k, k) must not exceed 9223372036854775807');
  if (k > 50_000_000) memoryError();
  if (typeof n === 'number' && n < 1e15) {
    // Exact while the running product stays safe: each step divides evenly.
    let r = 1;
    let i = 1;
    for (; i <= (k as number); i++) {
      const next = r * (n - (k as number) + i);
      if (!Number.isSafeInteger(next)) break;
      r = next / i;
    }
    if (i > (k as number)) return r;
  }
  return intFloorDiv(normInt(falling(n, Number(k))), factorial(k));
}

/** Returns the greatest common divisor of all arguments. Throws TypeError. */
export function gcd(args: readonly PyValue[]): Int {
  let r: Int = 0;
  for (const x of args) r = intGcd(r, indexOf(x));
  return r;
}

/** Returns the least common multiple of all arguments. Throws TypeError. */
export function lcm(args: readonly PyValue[]): Int {
  let r: Int = 1;
  for (const x of args) {
    const n = indexOf(x);
    r = r === 0 || n === 0 ? 0 : intAbs(intMul(intFloorDiv(r, intGcd(r, n)), n));
  }
  return r;
}

/** Multiplies the items of an iterable. Throws what they raise. */
export function prod(iterable: PyValue, start: PyValue): PyValue {
  let r = start;
  for (const x of iterate(iterable)) r = binaryOp(Binary.MUL, r, x);
  return r;
}
