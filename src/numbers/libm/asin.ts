/**
 * asin and acos, digit for digit as glibc 2.34 and later compute them on x86-64.
 *
 * Algorithm (IBM Accurate Mathematical Library, first stages): below 1/8 an odd polynomial; up to 0.96875 a
 * table point near |x| and a polynomial in the distance, of growing degree; beyond, asin(x) =
 * pi/2 - 2 asin(sqrt((1-x)/2)) with the square root as a pair of doubles.
 */
import { highWord } from './bits.ts';
import { fused } from './exp.ts';
import { ASIN, INVERSE_ROOT, table } from './tables.ts';

let points: Float64Array | null = null;
let roots: Float64Array | null = null;

const HALF_PI = Math.PI / 2;
const HALF_PI_LOW = 6.123233995736766e-17;

/** Returns (asin(x) - x) / x³ as a polynomial in v = x². */
function odd(v: number): number {
  return (
    0.1666666666666641 +
    v *
      (0.07500000000261227 +
        v * (0.044642856142105974 + v * (0.03038212685821193 + v * (0.022355121102652562 + v * 0.018138290340456505))))
  );
}

/** The zones of the table: where they begin (high words), offset, row length less 3 (the degree), first index. */
const ZONES = [
  { end: 0x3fd00000, start: 0, degree: 6, shift: 15, mask: 0xfffff, first: 0 },
  { end: 0x3fe00000, start: 288, degree: 6, shift: 14, mask: 0xfffff, first: 0 },
  { end: 0x3fe80000, start: 864, degree: 7, shift: 13, mask: 0xfe000, first: 0 },
  { end: 0x3fed8000, start: 1504, degree: 8, shift: 13, mask: 0xfe000, first: 64 },
  { end: 0x3fee8000, start: 1988, degree: 9, shift: 13, mask: 0xfe000, first: 108 },
  { end: 0x3fef0000, start: 2084, degree: 10, shift: 13, mask: 0xfe000, first: 116 },
];

/** The high part of the tabulated asin of the last `tabulated`. */
let base = 0;

/** Returns asin(a) - `base` for 1/8 <= a < 0.96875 with high word k, setting `base`. */
function tabulated(a: number, k: number): number {
  const t = points ?? (points = table(ASIN));
  let zone = ZONES[0]!;
  for (let i = 1; k >= zone.end; i++) zone = ZONES[i]!;
  const n = zone.degree;
  const row = zone.start + (((k & zone.mask) >> zone.shift) - zone.first) * (n + 3);
  const d = a - t[row]!;
  let p = t[row + n]!;
  for (let i = n - 1; i >= 2; i--) p = t[row + i]! + d * p;
  base = t[row + n + 2]!;
  return fused(t[row + 1]!, d, fused(d * d, p, t[row + n + 1]!));
}

/** The root of the last `halfRoot`: y + cc = sqrt(z), and its polynomial. */
let rootHigh = 0;
let rootLow = 0;

/** Sets `rootHigh` and `rootLow` to sqrt(z) for 2^-54 <= z <= 2^-6; returns (asin(r) - r)/r of the root r. */
function halfRoot(z: number): number {
  const table_ = roots ?? (roots = table(INVERSE_ROOT));
  const k = highWord(z);
  let t = table_[(k & 0x1fffff) >> 14]! * 2 ** (511 - (k >> 21));
  const r = 1 - t * t * z;
  t *= 0.9999999998599908 + r * (0.4999999994959554 + r * (0.3750175008673452 + r * 0.31252362655451865));
  const c = t * z;
  t = c * (1.5 - 0.5 * t * c);
  const big = 134217729 * c;
  const y = big - (big - c);
  rootHigh = y;
  rootLow = (z - y * y) / (t + y);
  return odd(z) * z;
}

/** Returns asin(x), NaN beyond ±1. */
export function asin(x: number): number {
  const a = Math.abs(x);
  const k = highWord(a);
  if (k < 0x3e500000) return x;
  if (k < 0x3fc00000) {
    const x2 = x * x;
    return fused(odd(x2), x2 * x, x);
  }
  let r: number;
  if (k < 0x3fef0000) {
    const t = tabulated(a, k);
    r = base + t;
  } else if (a < 1) {
    const p = halfRoot(0.5 * (1 - a));
    const cor = fused(-2 * (rootHigh + rootLow), p, HALF_PI_LOW - 2 * rootLow);
    r = HALF_PI - 2 * rootHigh + cor;
  } else if (a === 1) r = HALF_PI;
  else return Number.NaN;
  return x < 0 ? -r : r;
}

/** Returns acos(x), NaN beyond ±1. */
export function acos(x: number): number {
  const a = Math.abs(x);
  const k = highWord(a);
  if (k < 0x3c880000) return HALF_PI;
  if (k < 0x3fc00000) {
    const x2 = x * x;
    const r = HALF_PI - x;
    return r + fused(-odd(x2), x2 * x, HALF_PI - r - x + HALF_PI_LOW);
  }
  if (k < 0x3fef0000) {
    const t = tabulated(a, k);
    return x > 0 ? HALF_PI - base + (HALF_PI_LOW - t) : HALF_PI + base + (HALF_PI_LOW + t);
  }
  if (a < 1) {
    const p = halfRoot(0.5 * (1 - a));
    if (x < 0) {
      const cor = fused(-(rootHigh + rootLow), p, HALF_PI_LOW - rootLow);
      return 2 * (HALF_PI - rootHigh + cor);
    }
    return 2 * (rootHigh + fused(p, rootHigh + rootLow, rootLow));
  }
  if (a === 1) return x > 0 ? 0 : Math.PI;
  return Number.NaN;
}
