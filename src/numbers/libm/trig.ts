/**
 * sin and cos, digit for digit as glibc 2.28 and later compute them on x86-64.
 *
 * Algorithm (IBM Accurate Mathematical Library, without its slow paths): for |x| < 0.126 a polynomial;
 * else x = k/128 + d, tables of sin and cos of k/128 in double-double, short polynomials in d. Arguments
 * are reduced by pi/2 with a constant in four parts up to 10^8, beyond with 1200 bits of 2/pi
 * in BigInt. The last products, which glibc fuses into the following addition, are fused here too.
 */
import { highWord, lowWord } from './bits.ts';
import { fused } from './exp.ts';
import { exactParts } from './reduce.ts';
import { SINCOS, table } from './tables.ts';

let sincos: Float64Array | null = null;

const S1 = -0.16666666666666666;
const S2 = 0.008333333333332329;
const S3 = -0.00019841269834414642;
const S4 = 2.755729806860771e-6;
const S5 = -2.5022014848318398e-8;
const SN3 = -0.16666666666666488;
const SN5 = 0.008333332142857223;
const CS2 = 0.5;
const CS4 = -0.04166666666666644;
const CS6 = 0.001388888740079376;
const BIG = 52776558133248;
const HALF_PI = Math.PI / 2;
const HALF_PI_LOW = 6.123233995736766e-17;

/** Returns sin(x + dx) for |x| < 0.855 or so, dx tiny. */
function kernelSin(x: number, dx: number): number {
  const a = Math.abs(x);
  if (a < 0.126) {
    const xx = x * x;
    const p = fused(xx, fused(xx, fused(xx, fused(xx, S5, S4), S3), S2), S1);
    const t = dx === 0 ? p * x * xx : fused(fused(p, x, -0.5 * dx), xx, dx);
    return x + t;
  }
  if (x <= 0) dx = -dx;
  const u = BIG + a;
  const d = a - (u - BIG);
  const t = sincos ?? (sincos = table(SINCOS));
  const k = lowWord(u) * 4;
  const xx = d * d;
  const s = d + (dx + d * xx * (SN3 + xx * SN5));
  const c = d * dx + xx * (CS2 + xx * (CS4 + xx * CS6));
  const sn = t[k]!;
  const cs = t[k + 2]!;
  const r = sn + fused(cs, s, t[k + 1]! + s * t[k + 3]! - sn * c);
  return x < 0 ? -r : r;
}

/** Returns cos(x + dx) for |x| < 0.855 or so, dx tiny. */
function kernelCos(x: number, dx: number): number {
  if (x < 0) dx = -dx;
  const a = Math.abs(x);
  const u = BIG + a;
  const d = a - (u - BIG) + dx;
  const t = sincos ?? (sincos = table(SINCOS));
  const k = lowWord(u) * 4;
  const xx = d * d;
  const s = d + d * xx * (SN3 + xx * SN5);
  const c = xx * (CS2 + xx * (CS4 + xx * CS6));
  const sn = t[k]!;
  const cs = t[k + 2]!;
  return cs + fused(-sn, s, t[k + 3]! - s * t[k + 1]! - cs * c);
}

/** The reduced argument of the last `reduce`: its high and low part. */
export let reduced = 0;
export let reducedLow = 0;

/** Reduces x by multiples of pi/2 into `reduced` + `reducedLow`; returns the multiple modulo 4. */
function reduce(x: number): number {
  if (Math.abs(x) >= 105414350) {
    const n = exactParts(x);
    reduced = n.high;
    reducedLow = n.low;
    return n.quadrant;
  }
  const t = x * 0.6366197723675814 + 6755399441055744;
  const xn = t - 6755399441055744;
  const y = x - xn * 1.5707963407039642 - xn * -1.3909067564377153e-8;
  let p = xn * -4.97899623147991e-17;
  const q = y - p;
  const db = y - q - p;
  p = xn * -1.9034889620193266e-25;
  reduced = q - p;
  reducedLow = db + (q - reduced - p);
  return xn & 3;
}

/** Returns the sine of the reduced argument, `n` quadrants further. */
function ofQuadrant(n: number): number {
  const r = (n & 1) !== 0 ? kernelCos(reduced, reducedLow) : kernelSin(reduced, reducedLow);
  return (n & 2) !== 0 ? -r : r;
}

/** Returns sin(x), NaN for infinities. */
export function sin(x: number): number {
  const k = highWord(x) & 0x7fffffff;
  if (k < 0x3e500000) return x;
  if (k < 0x3feb6000) return kernelSin(x, 0);
  if (k < 0x400368fd) {
    const r = kernelCos(HALF_PI - Math.abs(x), HALF_PI_LOW);
    return x < 0 ? -r : r;
  }
  if (k >= 0x7ff00000) return Number.NaN;
  return ofQuadrant(reduce(x));
}

/** Returns cos(x), NaN for infinities. */
export function cos(x: number): number {
  const k = highWord(x) & 0x7fffffff;
  if (k < 0x3e400000) return 1;
  if (k < 0x3feb6000) return kernelCos(x, 0);
  if (k < 0x400368fd) {
    const y = HALF_PI - Math.abs(x);
    const a = y + HALF_PI_LOW;
    return kernelSin(a, y - a + HALF_PI_LOW);
  }
  if (k >= 0x7ff00000) return Number.NaN;
  return ofQuadrant(reduce(x) + 1);
}
