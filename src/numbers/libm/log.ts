/**
 * log, log2, log10 and log1p, digit for digit as glibc 2.28 and later compute them on x86-64.
 *
 * log and log2 (S. Nagy, ARM optimized routines): x = 2^k z, a table gives 1/c and log c for a c near z,
 * a polynomial gives log1p(z/c - 1); near 1 a longer polynomial with a split first square. glibc forms
 * z/c - 1 with a fused multiply-add, which here is two exact halves and one rounding. log10 and log1p
 * are fdlibm's (FreeBSD msun `e_log10.c`, `s_log1p.c`), log1p with glibc's grouping of its polynomial.
 */
import { fromWords, highWord, lowWord } from './bits.ts';
import { fused, productTail } from './exp.ts';
import { LOG, LOG2, table } from './tables.ts';

let logTable: Float64Array | null = null;
let log2Table: Float64Array | null = null;

const LN2_HI = 0.6931471805598903;
const LN2_LO = 5.497923018708371e-14;
const P0 = -0.5000000000000001;
const P1 = 0.33333333331825593;
const P2 = -0.2499999999622955;
const P3 = 0.20000304511814496;
const P4 = -0.16667054827627667;

/** Returns the natural logarithm of x; NaN below 0, -inf for 0. */
export function log(x: number): number {
  let high = highWord(x) | 0;
  let low = lowWord(x);
  if (x >= 0.9375 && x < 1.064697265625) return x === 1 ? 0 : logNearOne(x - 1);
  if (high < 0x00100000 || high >= 0x7ff00000) {
    if (x === 0) return Number.NEGATIVE_INFINITY;
    if (x === Number.POSITIVE_INFINITY) return x;
    if (!(x > 0)) return Number.NaN;
    const n = x * 4503599627370496;
    high = highWord(n) - (52 << 20);
    low = lowWord(n);
  }
  const t = logTable ?? (logTable = table(LOG));
  const off = (high - 0x3fe60000) | 0;
  const i = ((off >>> 13) & 127) * 2;
  const k = off >> 20;
  const z = fromWords(high - (off & 0xfff00000), low);
  const invc = t[i]!;
  const zc = z * invc;
  const r = zc - 1 + productTail(z, invc, zc);
  const w = k * LN2_HI + t[i + 1]!;
  const hi = w + r;
  const lo = w - hi + r + k * LN2_LO;
  const r2 = r * r;
  return lo + r2 * P0 + r * r2 * (P1 + r * P2 + r2 * (P3 + r * P4)) + hi;
}

const Q1 = 0.3333333333333352;
const Q2 = -0.24999999999998432;
const Q3 = 0.19999999999320328;
const Q4 = -0.16666666669929706;
const Q5 = 0.14285715076560868;
const Q6 = -0.12499997863982555;
const Q7 = 0.11110712032936046;
const Q8 = -0.10000486757818193;
const Q9 = 0.09181994006195467;
const Q10 = -0.08328363062289341;

/** Returns log(1 + r) for -1/16 <= r < 0.0647, 1 + r being a double. */
function logNearOne(r: number): number {
  const r2 = r * r;
  const r3 = r * r2;
  const inner = Q7 + r * Q8 + r2 * Q9 + r3 * Q10;
  const middle = Q4 + r * Q5 + r2 * Q6 + r3 * inner;
  const p = fused(r3, middle, fused(r2, Q3, fused(r, Q2, Q1)));
  let w = r * 134217728;
  const rhi = r + w - w;
  const rlo = r - rhi;
  w = rhi * rhi * -0.5;
  const hi = r + w;
  const lo = r - hi + w + -0.5 * rlo * (rhi + r);
  return fused(r3, p, lo) + hi;
}

const INV_LN2_HI = 1.4426950407214463;
const INV_LN2_LO = 1.6751713164886512e-10;

/** Returns the base-2 logarithm of x; NaN below 0, -inf for 0. */
export function log2(x: number): number {
  let high = highWord(x) | 0;
  let low = lowWord(x);
  if (x >= 0.9576029777526855 && x < 1.0442743301391602) return x === 1 ? 0 : log2NearOne(x - 1);
  if (high < 0x00100000 || high >= 0x7ff00000) {
    if (x === 0) return Number.NEGATIVE_INFINITY;
    if (x === Number.POSITIVE_INFINITY) return x;
    if (!(x > 0)) return Number.NaN;
    const n = x * 4503599627370496;
    high = highWord(n) - (52 << 20);
    low = lowWord(n);
  }
  const t = log2Table ?? (log2Table = table(LOG2));
  const off = (high - 0x3fe60000) | 0;
  const i = ((off >>> 14) & 63) * 2;
  const k = off >> 20;
  const z = fromWords(high - (off & 0xfff00000), low);
  const invc = t[i]!;
  const zc = z * invc;
  const r = zc - 1 + productTail(z, invc, zc);
  const t1 = r * INV_LN2_HI;
  const t2 = r * INV_LN2_LO + productTail(r, INV_LN2_HI, t1);
  const t3 = k + t[i + 1]!;
  const hi = t3 + t1;
  const lo = t3 - hi + t1 + t2;
  const r2 = r * r;
  const r4 = r2 * r2;
  const p =
    -0.7213475204444882 +
    r * 0.4808983469629985 +
    r2 * (-0.36067375954075914 + r * 0.2885390073180969) +
    r4 * (-0.2404693555628422 + r * 0.2061202382173603);
  return fused(r2, p, lo) + hi;
}

/** Returns log2(1 + r) for -0.0424 <= r < 0.0443, 1 + r being a double. */
function log2NearOne(r: number): number {
  const hi = r * INV_LN2_HI;
  let lo = r * INV_LN2_LO + productTail(r, INV_LN2_HI, hi);
  const r2 = r * r;
  const r4 = r2 * r2;
  const p = fused(r, 0.48089834696298744, -0.7213475204444817);
  const y = fused(r2, p, hi);
  lo += fused(r2, p, hi - y);
  lo +=
    r4 *
    (-0.360673760222145 +
      r * 0.2885390081805197 +
      r2 * (-0.24044917405728863 + r * 0.2060992861022954) +
      r4 * (-0.18033596705327856 + r * 0.1603032746063156 + r2 * (-0.14483316576701266 + r * 0.13046826811283835)));
  return y + lo;
}

/** Returns the base-10 logarithm of x; NaN below 0, -inf for 0. */
export function log10(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    k = -54;
    x *= 18014398509481984;
  }
  const high = highWord(x);
  k += (high >>> 20) - 1023;
  const i = k < 0 ? 1 : 0;
  const y = k + i;
  const m = fromWords((high & 0x000fffff) | ((0x3ff - i) << 20), lowWord(x));
  const z = y * 3.694239077158931e-13 + Math.LOG10E * log(m);
  return z + y * 0.30102999566361177;
}

const LN2_HI_1P = 0.6931471803691238;
const LN2_LO_1P = 1.9082149292705877e-10;

/** Returns log(1 + x), accurate near 0; NaN below -1, -inf for -1. */
export function log1p(x: number): number {
  const hx = highWord(x) | 0;
  const ax = hx & 0x7fffffff;
  let k = 1;
  let f = 0;
  let hu = 1;
  let c = 0;
  if (hx < 0x3fda827a) {
    if (ax >= 0x3ff00000) return x === -1 ? Number.NEGATIVE_INFINITY : Number.NaN;
    if (ax < 0x3e200000) return ax < 0x3c900000 ? x : x - x * x * 0.5;
    if (hx > 0 || hx <= -0x402d413d) {
      k = 0;
      f = x;
    }
  } else if (hx >= 0x7ff00000) return x;
  if (k !== 0) {
    let u = x;
    if (hx < 0x43400000) {
      u = 1 + x;
      hu = highWord(u);
      k = (hu >>> 20) - 1023;
      c = k > 0 ? 1 - (u - x) : x - (u - 1);
      c /= u;
    } else {
      hu = highWord(u);
      k = (hu >>> 20) - 1023;
    }
    hu &= 0x000fffff;
    if (hu < 0x6a09e) u = fromWords(hu | 0x3ff00000, lowWord(u));
    else {
      k++;
      u = fromWords(hu | 0x3fe00000, lowWord(u));
      hu = (0x00100000 - hu) >> 2;
    }
    f = u - 1;
  }
  const hfsq = 0.5 * f * f;
  if (hu === 0) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HI_1P + (c + k * LN2_LO_1P);
    const R = hfsq * (1 - 0.6666666666666666 * f);
    return k === 0 ? f - R : k * LN2_HI_1P - (R - (k * LN2_LO_1P + c) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const z2 = z * z;
  const z4 = z2 * z2;
  const z6 = z4 * z2;
  const r2 = 0.3999999999940942 + z * 0.2857142874366239;
  const r3 = 0.22222198432149784 + z * 0.1818357216161805;
  const r4 = 0.15313837699209373 + z * 0.14798198605116586;
  const R = fused(z6, r4, fused(z4, r3, fused(z, 0.6666666666666735, z2 * r2)));
  if (k === 0) return f - (hfsq - s * (hfsq + R));
  return k * LN2_HI_1P - (hfsq - (s * (hfsq + R) + (k * LN2_LO_1P + c)) - f);
}
