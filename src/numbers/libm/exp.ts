/**
 * exp, exp2 and the power function, digit for digit as glibc 2.28 and later compute them on x86-64.
 *
 * Algorithm (S. Nagy, ARM optimized routines): e^x = 2^(k/128) * e^r with |r| < ln2/256, a table for
 * the first factor, a polynomial for the second. pow takes log(x) as a pair of doubles good to 68 bits and
 * the exponential of a pair. Errors are near 0.51 ulp, so nearly all results are correctly rounded — but
 * not all, and Math.pow and Math.exp of V8 (fdlibm) differ in the last digit for several percent of arguments.
 *
 * glibc uses fused multiply-add where the processor has it. Only the last step, scale + scale * t, feels
 * it (t is about 2^-8, so its rounding is visible in one result of a thousand); there the product is
 * taken with its rounding error (Dekker). Everywhere else the lost bits lie below 2^-65 of the result.
 */
import { fromWords, highWord, lowWord } from './bits.ts';
import { EXP, POW_LOG, table } from './tables.ts';

let expTable: Float64Array | null = null;
let expWords: Int32Array;
let logTable: Float64Array | null = null;

/** Decodes the table of 2^(i/128). */
function loadExp(): Float64Array {
  expTable = table(EXP);
  expWords = new Int32Array(expTable.buffer);
  return expTable;
}

const SPLIT = 134217729;

/** Returns a*b - p exactly for p = fl(a*b) (Dekker); |a|, |b| < 2^990. */
export function productTail(a: number, b: number, p: number): number {
  const ta = SPLIT * a;
  const ah = ta - (ta - a);
  const al = a - ah;
  const tb = SPLIT * b;
  const bh = tb - (tb - b);
  const bl = b - bh;
  return ah * bh - p + ah * bl + al * bh + al * bl;
}

/** Returns a*b + c rounded once, for |a*b| and |c| within 2^±900. */
export function fused(a: number, b: number, c: number): number {
  const p = a * b;
  const e = productTail(a, b, p);
  const s = p + c;
  const v = s - p;
  return s + (p - (s - v) + (c - v) + e);
}

/** Returns scale + scale*t rounded once, for |t| < 1. */
function scaled(scale: number, t: number): number {
  const p = scale * t;
  const s = scale + p;
  return s + (scale - s + p + productTail(scale, t, p));
}

const INV_LN2_N = 184.6649652337873;
const NEG_LN2_HI_N = -0.005415212348111709;
const NEG_LN2_LO_N = -1.2864023111638346e-14;
const ROUND = 6755399441055744;
const C2 = 0.49999999999996786;
const C3 = 0.16666666666665886;
const C4 = 0.0416666808410674;
const C5 = 0.008333335853059549;

/** Returns e**x: 0 below the range, inf above. */
export function exp(x: number): number {
  const top = (highWord(x) >>> 20) & 0x7ff;
  if (top < 969) return 1 + x;
  if (top >= 1033) {
    if (x === Number.NEGATIVE_INFINITY) return 0;
    if (top === 0x7ff) return 1 + x;
    return x < 0 ? 0 : Number.POSITIVE_INFINITY;
  }
  return expOfPair(x, 0, top >= 1032, 0);
}

/** Returns ±e**(x + tail) for |x| < 1024; `wide` if |x| >= 512; the sign bit is that of `sign`. */
function expOfPair(x: number, tail: number, wide: boolean, sign: number): number {
  const t = expTable ?? loadExp();
  const kd = INV_LN2_N * x + ROUND - ROUND;
  const r = x + kd * NEG_LN2_HI_N + kd * NEG_LN2_LO_N + tail;
  const i = (kd & 127) << 1;
  const r2 = r * r;
  const tmp = t[i]! + r + r2 * (C2 + r * C3) + r2 * r2 * (C4 + r * C5);
  const high = (expWords[2 * i + 3]! + (kd << 13) + sign) | 0;
  const low = expWords[2 * i + 2]!;
  return wide ? wideScale(high, low, tmp, kd > 0) : scaled(fromWords(high, low), tmp);
}

/** Returns scale + scale*t where the exponent of scale is out of range. */
function wideScale(high: number, low: number, t: number, up: boolean): number {
  if (up) return scaled(fromWords(high - (1009 << 20), low), t) * 5.486124068793689e303;
  const scale = fromWords(high + (1022 << 20), low);
  const p = scale * t;
  let y = scale + p;
  if (Math.abs(y) < 1) {
    // Round at the place of the last bit of the subnormal result, once.
    const one = y < 0 ? -1 : 1;
    let lo = scale - y + p;
    const hi = one + y;
    lo = one - hi + y + lo;
    y = hi + lo - one;
    if (y === 0) y = scale < 0 ? -0 : 0;
  }
  return y * 2.2250738585072014e-308;
}

const E1 = Math.LN2;
const E2 = 0.24022650695909065;
const E3 = 0.0555041086686087;
const E4 = 0.009618131975721055;
const E5 = 0.0013332074570119598;

/** Returns 2**x. */
export function exp2(x: number): number {
  const top = (highWord(x) >>> 20) & 0x7ff;
  if (top < 969) return 1 + x;
  if (top >= 1033) {
    if (x === Number.NEGATIVE_INFINITY) return 0;
    if (top === 0x7ff) return 1 + x;
    if (x > 0) return Number.POSITIVE_INFINITY;
    if (x <= -1075) return 0;
  }
  const t = expTable ?? loadExp();
  const kd = x + 52776558133248 - 52776558133248;
  const k = kd * 128;
  const r = x - kd;
  const i = (k & 127) << 1;
  const r2 = r * r;
  const tmp = t[i]! + r * E1 + r2 * (E2 + r * E3) + r2 * r2 * (E4 + r * E5);
  const high = (expWords[2 * i + 3]! + (k << 13)) | 0;
  const low = expWords[2 * i + 2]!;
  if (x > 928) {
    const half = fromWords(high - (1 << 20), low);
    return 2 * (half + half * tmp);
  }
  if (x < -928) return wideScale(high, low, tmp, false);
  const scale = fromWords(high, low);
  return scale + scale * tmp;
}

const LN2_HI = 0.6931471805598903;
const LN2_LO = 5.497923018708371e-14;
const A1 = -0.6666666666666679;
const A2 = 0.5000000000000007;
const A3 = 0.7999999995323976;
const A4 = -0.6666666663487739;
const A5 = -1.142909628459501;
const A6 = 1.0000415263675542;

/** Returns whether y is an odd integer. */
function isOdd(y: number): boolean {
  return Math.abs(y) <= 9007199254740992 && Math.abs(y) % 2 === 1;
}

/**
 * Returns x**y as C's pow does: NaN for a negative x with a non-integral y, ±inf on overflow and for
 * 0 to a negative power.
 */
export function pow(x: number, y: number): number {
  let high = highWord(x) | 0;
  let low = lowWord(x);
  const topY = (highWord(y) >>> 20) & 0x7ff;
  let sign = 0;
  if (high < 0x00100000 || high >= 0x7ff00000 || topY < 0x3be || topY >= 0x43e) {
    if (y === 0 || x === 1) return 1;
    if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
    if (topY === 0x7ff) {
      const a = Math.abs(x);
      return a === 1 ? 1 : a < 1 === y > 0 ? 0 : Number.POSITIVE_INFINITY;
    }
    if (x === 0 || !Number.isFinite(x)) {
      const r = (x === 0) === y > 0 ? 0 : Number.POSITIVE_INFINITY;
      return (x < 0 || Object.is(x, -0)) && isOdd(y) ? -r : r;
    }
    if (x < 0) {
      if (!Number.isInteger(y)) return Number.NaN;
      if (isOdd(y)) sign = -0x80000000;
      high &= 0x7fffffff;
    }
    if (topY < 0x3be || topY >= 0x43e) {
      const above = Math.abs(x) > 1;
      if (Math.abs(x) === 1) return 1;
      if (topY < 0x3be) return above ? 1 + y : 1 - y;
      return above === y > 0 ? Number.POSITIVE_INFINITY : 0;
    }
    if (high < 0x00100000) {
      const n = Math.abs(x) * 4503599627370496;
      high = highWord(n) - (52 << 20);
      low = lowWord(n);
    }
  }
  const t = logTable ?? (logTable = table(POW_LOG));
  // x = 2^k z, z near the table's c: log x = k ln2 + log c + log1p(z/c - 1)
  const off = (high - 0x3fe69555) | 0;
  const i = ((off >>> 13) & 127) * 3;
  const k = off >> 20;
  const iz = high - (off & 0xfff00000);
  const z = fromWords(iz, low);
  const invc = t[i]!;
  // Split z at 21 bits so that both products are exact; so is their sum.
  const zhi = fromWords(iz + (low >>> 31), 0);
  const r = zhi * invc - 1 + (z - zhi) * invc;
  const t1 = k * LN2_HI + t[i + 1]!;
  const t2 = t1 + r;
  const lo1 = k * LN2_LO + t[i + 2]!;
  const lo2 = t1 - t2 + r;
  const ar = -0.5 * r;
  const ar2 = r * ar;
  const ar3 = r * ar2;
  const hi = t2 + ar2;
  const lo3 = productTail(ar, r, ar2);
  const lo4 = t2 - hi + ar2;
  const p = ar3 * (A1 + r * A2 + ar2 * (A3 + r * A4 + ar2 * (A5 + r * A6)));
  const lo = lo1 + lo2 + lo3 + lo4 + p;
  const l = hi + lo;
  const tail = hi - l + lo;
  const e = y * l;
  const eTail = y * tail + productTail(y, l, e);
  // e^(e + eTail)
  const top = (highWord(e) >>> 20) & 0x7ff;
  if (top < 969) return sign !== 0 ? -(1 + e) : 1 + e;
  if (top >= 1033) return (e < 0 ? 0 : Number.POSITIVE_INFINITY) * (sign !== 0 ? -1 : 1);
  return expOfPair(e, eTail, top >= 1032, sign);
}
