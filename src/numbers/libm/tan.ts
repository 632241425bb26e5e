/**
 * tan, digit for digit as glibc 2.34 and later compute it on x86-64.
 *
 * Algorithm (IBM Accurate Mathematical Library, first stages): below 0.0608 an odd polynomial; else a
 * table point near x with its tan f and cot g, and tan(x + z) = f + p(f+g)/(g-p) with p = tan z. Odd
 * quadrants give -cot by the mirrored formula, near their pole by a division in double-double.
 */
import { fused, productTail } from './exp.ts';
import { exactParts } from './reduce.ts';
import { TAN, table } from './tables.ts';

let points: Float64Array | null = null;

const D3 = 0.3333333333333333;
const D5 = 0.1333333333332673;
const D7 = 0.05396825411095433;
const D9 = 0.021869380598167253;
const D11 = 0.008896546349534924;

/** Returns tan(x), NaN for infinities. */
export function tan(x: number): number {
  const w = Math.abs(x);
  if (!(w < Number.POSITIVE_INFINITY)) return Number.NaN;
  if (w <= 1.2589993048095494e-8) return x;
  if (w <= 0.060799986124038696) {
    const x2 = x * x;
    return fused(odd(x2), x * x2, x);
  }
  if (w <= 0.7869997024536133) {
    const r = near(w, 0, false);
    return x < 0 ? -r : r;
  }
  let a: number;
  let da: number;
  let oddQuadrant: boolean;
  if (w <= 1e8) {
    const t = x * 0.6366197723675814 + 6755399441055744;
    const xn = t - 6755399441055744;
    const t1 = x - xn * 1.5707963407039642 - xn * -1.3909067564377153e-8;
    oddQuadrant = (xn & 1) !== 0;
    if (w <= 25) {
      a = fused(-xn, -4.9789962505147994e-17, t1);
      da = fused(-xn, -4.9789962505147994e-17, t1 - a);
    } else {
      const p3 = xn * -4.97899623147991e-17;
      const q = t1 - p3;
      da = t1 - q - p3;
      const b = fused(-xn, -1.9034889620193266e-25, q);
      da += fused(-xn, -1.9034889620193266e-25, q - b);
      a = b + da;
      da = Math.abs(b) > Math.abs(da) ? b - a + da : da - a + b;
    }
  } else {
    const r = exactParts(x);
    a = r.high;
    da = r.low;
    oddQuadrant = (r.quadrant & 1) !== 0;
  }
  const ya = Math.abs(a);
  if (ya <= 0.060799986124038696) {
    const a2 = a * a;
    const t2 = fused(a * a2, odd(a2), da);
    return oddQuadrant ? -reciprocal(a, t2) : a + t2;
  }
  const r = near(ya, a < 0 ? -da : da, oddQuadrant);
  return a < 0 !== oddQuadrant ? -r : r;
}

/** Returns (tan(x) - x) / x³ as a polynomial in v = x². */
function odd(v: number): number {
  return fused(v, fused(v, fused(v, fused(v, D11, D9), D7), D5), D3);
}

/** Returns tan(y + dy), or cot(y + dy), for 0.06 < y < 0.787. */
function near(y: number, dy: number, cot: boolean): number {
  const t = points ?? (points = table(TAN));
  const i = 3 * Math.trunc(256 * y - 15.5);
  const z = y - t[i]! + dy;
  const z2 = z * z;
  const p = fused(z * z2, fused(z2, 0.13333354920669913, 0.3333333333332254), z);
  const f = t[i + 1]!;
  const g = t[i + 2]!;
  return cot ? g - ((f + g) * p) / (p + f) : f + ((f + g) * p) / (g - p);
}

/** Returns 1 / (a + t), with the sum and the quotient in double-double. */
function reciprocal(a: number, t: number): number {
  const b = a + t;
  const db = Math.abs(a) > Math.abs(t) ? a - b + t : t - b + a;
  const c = 1 / b;
  const p = c * b;
  const rest = 1 - p - productTail(c, b, p);
  const cc = fused(-db, c, rest) / b;
  const sum = c + cc;
  return sum + (c - sum + cc);
}
