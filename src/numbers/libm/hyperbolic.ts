/**
 * expm1, the hyperbolic functions and their inverses, digit for digit as glibc computes them on x86-64.
 *
 * All are fdlibm's (FreeBSD msun `s_expm1.c`, `e_sinh.c`, `e_cosh.c`, `s_tanh.c`, `s_asinh.c`, `e_acosh.c`), with
 * glibc's grouping of the polynomial of expm1 and its atanh; expm1 alone is built with fused multiply-add.
 */
import { fromWords, highWord, lowWord } from './bits.ts';
import { exp, fused } from './exp.ts';
import { log, log1p } from './log.ts';

const LN2_HI = 0.6931471803691238;
const LN2_LO = 1.9082149292705877e-10;

/** Adds k to the exponent of y. */
function scale(y: number, k: number): number {
  return fromWords(highWord(y) + (k << 20), lowWord(y));
}

/** Returns e**x - 1, accurate near 0; inf above the range. */
export function expm1(x: number): number {
  const hx = highWord(x) & 0x7fffffff;
  const negative = x < 0;
  if (hx >= 0x4043687a) {
    if (hx >= 0x40862e42) {
      if (hx >= 0x7ff00000) return Number.isNaN(x) ? x : negative ? -1 : x;
      if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
    }
    if (negative) return -1;
  }
  let k = 0;
  let c = 0;
  if (hx > 0x3fd62e42) {
    let hi: number;
    let lo: number;
    if (hx < 0x3ff0a2b2) {
      k = negative ? -1 : 1;
      hi = x - k * LN2_HI;
      lo = k * LN2_LO;
    } else {
      k = Math.trunc(Math.LOG2E * x + (negative ? -0.5 : 0.5));
      hi = x - k * LN2_HI;
      lo = k * LN2_LO;
    }
    x = hi - lo;
    c = hi - x - lo;
  } else if (hx < 0x3c900000) return x;
  const hfx = 0.5 * x;
  const hxs = x * hfx;
  const h2 = hxs * hxs;
  const h4 = h2 * h2;
  const r1 = fused(
    h4,
    4.008217827329362e-6 + hxs * -2.0109921818362437e-7,
    fused(h2, 0.0015873015872548146 + hxs * -7.93650757867488e-5, fused(hxs, -0.03333333333333313, 1)),
  );
  let t = fused(-r1, hfx, 3);
  let e = hxs * ((r1 - t) / fused(-x, t, 6));
  if (k === 0) return x - fused(x, e, -hxs);
  e = fused(x, e - c, -c) - hxs;
  if (k === -1) return fused(0.5, x - e, -0.5);
  if (k === 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : fused(2, x - e, 1);
  if (k <= -2 || k > 56) {
    const y = 1 - (e - x);
    return (k === 1024 ? y * 2 * 8.98846567431158e307 : scale(y, k)) - 1;
  }
  if (k < 20) {
    t = fromWords(0x3ff00000 - (0x200000 >> k), 0);
    return scale(t - (e - x), k);
  }
  t = fromWords((0x3ff - k) << 20, 0);
  return scale(x - (e + t) + 1, k);
}

/** Returns e**a / 2 for a > 22, near and beyond the largest double too. */
function halfExp(a: number): number {
  if (highWord(a) < 0x40862e42) return 0.5 * exp(a);
  if (a > 710.4758600739439) return Number.POSITIVE_INFINITY;
  const w = exp(0.5 * a);
  return 0.5 * w * w;
}

/** Returns sinh(x). */
export function sinh(x: number): number {
  const a = Math.abs(x);
  if (!(a < Number.POSITIVE_INFINITY)) return x;
  const h = x < 0 ? -0.5 : 0.5;
  if (a < 22) {
    if (a < 3.725290298461914e-9) return x;
    const t = expm1(a);
    return a < 1 ? h * (2 * t - (t * t) / (t + 1)) : h * (t + t / (t + 1));
  }
  return x < 0 ? -halfExp(a) : halfExp(a);
}

/** Returns cosh(x). */
export function cosh(x: number): number {
  const a = Math.abs(x);
  if (!(a < Number.POSITIVE_INFINITY)) return a;
  if (a < 22) {
    const ix = highWord(a);
    if (ix < 0x3fd62e43) {
      if (ix < 0x3c800000) return 1;
      const t = expm1(a);
      const w = 1 + t;
      return 1 + (t * t) / (w + w);
    }
    const t = exp(a);
    return 0.5 * t + 0.5 / t;
  }
  return halfExp(a);
}

/** Returns tanh(x). */
export function tanh(x: number): number {
  const a = Math.abs(x);
  if (Number.isNaN(x)) return x;
  let z = 1;
  if (a < 22) {
    if (a < 2.7755575615628914e-17) return x;
    if (a >= 1) z = 1 - 2 / (expm1(2 * a) + 2);
    else {
      const t = expm1(-2 * a);
      z = -t / (t + 2);
    }
  }
  return x < 0 ? -z : z;
}

/** Returns asinh(x). */
export function asinh(x: number): number {
  const a = Math.abs(x);
  const ix = highWord(a);
  if (ix >= 0x7ff00000 || ix < 0x3e300000) return x;
  let w: number;
  if (ix > 0x41b00000) w = log(a) + Math.LN2;
  else if (ix > 0x40000000) w = log(2 * a + 1 / (Math.sqrt(a * a + 1) + a));
  else {
    const t = a * a;
    w = log1p(a + t / (1 + Math.sqrt(1 + t)));
  }
  return x < 0 ? -w : w;
}

/** Returns acosh(x), NaN below 1. */
export function acosh(x: number): number {
  if (x > 2) {
    if (highWord(x) >= 0x41b00000) return x === Number.POSITIVE_INFINITY ? x : log(x) + Math.LN2;
    return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  }
  if (x > 1) {
    const t = x - 1;
    return log1p(t + Math.sqrt(2 * t + t * t));
  }
  return x === 1 ? 0 : Number.NaN;
}

/** Returns atanh(x), NaN beyond ±1, infinite at them. */
export function atanh(x: number): number {
  const a = Math.abs(x);
  let t: number;
  if (a < 0.5) {
    if (a < 3.725290298461914e-9) return x;
    t = a + a;
    t = 0.5 * log1p(t + (t * a) / (1 - a));
  } else if (a < 1) t = 0.5 * log1p((a + a) / (1 - a));
  else return a === 1 ? x * Number.POSITIVE_INFINITY : Number.NaN;
  return x < 0 ? -t : t;
}
