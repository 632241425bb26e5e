/**
 * Sums with more precision than their terms: math.fsum, math.sumprod, math.hypot and math.dist.
 *
 * fsum keeps the exact sum as non-overlapping partials (J. Shewchuk, "Adaptive Precision Floating-Point
 * Arithmetic") and rounds once. hypot scales by a power of two, squares without loss, sums in double-double and
 * corrects the square root; sumprod of floats carries three doubles (Ogita, Rump, Oishi, "Accurate sum and dot
 * product"). Both follow Modules/mathmodule.c step by step, so that the last digit agrees.
 */
import { Binary } from '../../bytecode/operators.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { PyFloat, floatType, intOf } from '../../objects/core/values.ts';
import { overflowError, valueError } from '../../objects/core/exceptions.ts';
import { asDouble } from '../../types/numbers/float.ts';
import { getIter, iterate } from '../../protocol/iterate.ts';
import { iterNext } from '../../objects/slots/iterate.ts';
import { binaryOp } from '../../protocol/number.ts';
import { exponentOf, scalb } from '../../numbers/libm/bits.ts';
import { productTail } from '../../numbers/libm/exp.ts';

/** Returns the correctly rounded sum of an iterable of reals. Throws OverflowError, ValueError, TypeError. */
export function fsum(iterable: PyValue): number {
  let partials: number[] = [];
  let special = 0;
  let infinite = 0;
  for (const item of iterate(iterable)) {
    const original = asDouble(item);
    let x = original;
    let n = 0;
    for (let y of partials) {
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const hi = x + y;
      const lo = y - (hi - x);
      if (lo !== 0) partials[n++] = lo;
      x = hi;
    }
    partials.length = n;
    if (x === 0) continue;
    if (Number.isFinite(x)) {
      partials.push(x);
      continue;
    }
    if (Number.isFinite(original)) overflowError('intermediate overflow in fsum');
    if (!Number.isNaN(original)) infinite += original;
    special += original;
    partials = [];
  }
  if (special !== 0) return Number.isNaN(infinite) ? valueError('-inf + inf in fsum') : special;
  return roundPartials(partials);
}

/** Returns the sum of non-overlapping numbers of increasing size, rounded half to even. */
function roundPartials(p: number[]): number {
  let n = p.length;
  if (n === 0) return 0;
  let hi = p[--n]!;
  let lo = 0;
  while (n > 0) {
    const x = hi;
    const y = p[--n]!;
    hi = x + y;
    lo = y - (hi - x);
    if (lo !== 0) break;
  }
  if (n > 0 && ((lo < 0 && p[n - 1]! < 0) || (lo > 0 && p[n - 1]! > 0))) {
    const y = lo * 2;
    const x = hi + y;
    if (y === x - hi) hi = x;
  }
  return hi;
}

/** Returns the Euclidean norm of absolute values; `v` is overwritten. */
export function vectorNorm(v: number[]): number {
  let max = 0;
  let nan = false;
  for (const x of v) {
    if (Number.isNaN(x)) nan = true;
    if (x > max) max = x;
  }
  return norm(v, max, nan);
}

function norm(v: number[], max: number, nan: boolean): number {
  if (max === Number.POSITIVE_INFINITY) return max;
  if (nan) return Number.NaN;
  if (max === 0 || v.length <= 1) return max;
  const e = exponentOf(max) + 1;
  if (e < -1023) {
    const tiny = 2.2250738585072014e-308;
    for (let i = 0; i < v.length; i++) v[i]! /= tiny;
    return tiny * norm(v, max / tiny, nan);
  }
  const scale = scalb(1, -e);
  let csum = 1;
  let frac1 = 0;
  let frac2 = 0;
  for (let i = 0; i < v.length; i++) {
    const x = v[i]! * scale;
    const p = x * x;
    const s = csum + p;
    frac1 += productTail(x, x, p);
    frac2 += csum - s + p;
    csum = s;
  }
  const h = Math.sqrt(csum - 1 + (frac1 + frac2));
  const p = -h * h;
  const s = csum + p;
  frac1 += productTail(-h, h, p);
  frac2 += csum - s + p;
  const x = s - 1 + (frac1 + frac2);
  return (h + x / (2 * h)) / scale;
}

/** A sum of three doubles. */
let hi = 0;
let lo = 0;
let tiny = 0;

/** Returns the rounding error of s = a + b. */
function sumTail(a: number, b: number, s: number): number {
  const v = s - a;
  return a - (s - v) + (b - v);
}

/** Adds x*y to the triple unless the result is not finite; tells whether it did. */
function addProduct(x: number, y: number): boolean {
  const p = x * y;
  const pLow = Math.abs(x) < 1e300 && Math.abs(y) < 1e300 ? productTail(x, y, p) : scaledTail(x, y, p);
  const s = hi + p;
  if (!Number.isFinite(s)) return false;
  const sLow = sumTail(hi, p, s);
  const r1 = lo + pLow;
  const r1Low = sumTail(lo, pLow, r1);
  const r2 = r1 + sLow;
  tiny = tiny + r1Low + sumTail(r1, sLow, r2);
  hi = s;
  lo = r2;
  return true;
}

/** Returns x*y - p for factors too large to split. */
function scaledTail(x: number, y: number, p: number): number {
  if (!Number.isFinite(p)) return Number.NaN;
  return productTail(x * 2 ** -100, y * 2 ** -100, p * 2 ** -200) * 2 ** 200;
}

/** Returns the value of the triple. */
function total(): number {
  const a = lo + tiny;
  const b = hi + a;
  return b + (sumTail(hi, a, b) + sumTail(lo, tiny, a));
}

const MIN64 = -(2n ** 63n);
const MAX64 = 2n ** 63n - 1n;

/** Returns the sum of products of two iterables of equal length. Throws ValueError, and what their items raise. */
export function sumprod(p: PyValue, q: PyValue): PyValue {
  const ps = getIter(p);
  const qs = getIter(q);
  let sum: PyValue = 0;
  let ints = true;
  let intSum = 0n;
  let intUsed = false;
  let floats = true;
  let floatUsed = false;
  hi = lo = tiny = 0;
  for (;;) {
    const a = iterNext(ps);
    const b = iterNext(qs);
    if ((a === undefined) !== (b === undefined)) valueError('Inputs are not the same length');
    if (ints) {
      const next: bigint | undefined =
        a !== undefined && isInt(a) && isInt(b!) ? intSum + BigInt(a as number) * BigInt(b as number) : undefined;
      if (next !== undefined && next >= MIN64 && next <= MAX64) {
        intSum = next;
        intUsed = true;
        continue;
      }
      ints = false;
      if (intUsed) sum = binaryOp(Binary.ADD, sum, Number.isSafeInteger(Number(intSum)) ? Number(intSum) : intSum);
    }
    if (floats) {
      const x = a === undefined ? undefined : floatOrInt(a, b!);
      const y = a === undefined ? undefined : floatOrInt(b!, a);
      if (x !== undefined && y !== undefined && addProduct(x, y)) {
        floatUsed = true;
        continue;
      }
      floats = false;
      if (floatUsed) sum = binaryOp(Binary.ADD, sum, new PyFloat(total()));
    }
    if (a === undefined) return sum;
    // Items may run Python, and that another sumprod: nothing of this one is in the triple any more.
    sum = binaryOp(Binary.ADD, sum, binaryOp(Binary.MUL, a, b!));
  }
}

function isInt(x: PyValue): boolean {
  return typeof x === 'number' || typeof x === 'bigint';
}

/** Returns a float, or an int or bool beside a float, as a number. */
function floatOrInt(x: PyValue, other: PyValue): number | undefined {
  if (x instanceof PyFloat && x.type === floatType) return x.value;
  if (typeof x !== 'number' && typeof x !== 'bigint' && typeof x !== 'boolean') return undefined;
  if (!(other instanceof PyFloat && other.type === floatType)) return undefined;
  const n = Number(intOf(x));
  return Number.isFinite(n) ? n : undefined;
}
