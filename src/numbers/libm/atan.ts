/**
 * atan and atan2, digit for digit as glibc computes them on x86-64.
 *
 * Algorithm (IBM Accurate Mathematical Library, first stages): below 1/16 an odd polynomial; up to 1 a
 * table point near x, tabulated atan and a polynomial in the distance; above 1 the same of the reciprocal, which is
 * carried as a pair of doubles. atan2 forms the quotient of its arguments as a pair.
 */
import { highWord } from './bits.ts';
import { fused, productTail } from './exp.ts';
import { ATAN, table } from './tables.ts';

let points: Float64Array | null = null;

const HALF_PI = Math.PI / 2;
const HALF_PI_LOW = 6.123233995736766e-17;
const PI_LOW = 1.2246467991473532e-16;
const D3 = -0.3333333333333333;
const D5 = 0.19999999999998855;
const D7 = -0.14285714283953163;
const D9 = 0.11111109821886427;
const D11 = -0.09090424391727987;
const D13 = 0.07601836584380736;

/** Returns (atan(u) - u) / u³ as a polynomial in v = u². */
function odd(v: number): number {
  return D3 + v * (D5 + v * (D7 + v * (D9 + v * (D11 + v * D13))));
}

/** Returns the offset of the table row for 1/16 <= u <= 1. */
function row(u: number): number {
  return (256 * u + 4503599627370496 - 4503599627370496 - 16) * 7;
}

/** Returns the polynomial of a row: (atan(x+z) - atan(x)) / z. */
function poly(t: Float64Array, i: number, z: number): number {
  return t[i + 2]! + z * (t[i + 3]! + z * (t[i + 4]! + z * (t[i + 5]! + z * t[i + 6]!)));
}

/** Returns atan(x). */
export function atan(x: number): number {
  const u = Math.abs(x);
  if (!(u >= 1.2904777690891933e-8)) return x;
  const r = atanOfAbs(u);
  return x < 0 ? -r : r;
}

function atanOfAbs(u: number): number {
  if (u < 0.0625) {
    const v = u * u;
    return fused(odd(v), u * v, u);
  }
  const t = points ?? (points = table(ATAN));
  if (u < 1) {
    const i = row(u);
    const z = u - t[i]!;
    return fused(poly(t, i, z), z, t[i + 1]!);
  }
  if (u >= 5805361265115136) return HALF_PI;
  const w = 1 / u;
  const p = w * u;
  const ww = w * (1 - p - productTail(w, u, p));
  if (u < 16) {
    const i = row(w);
    const z = w - t[i]! + ww;
    return HALF_PI - t[i + 1]! + fused(-z, poly(t, i, z), HALF_PI_LOW);
  }
  const v = w * w;
  const t3 = HALF_PI - w;
  const cor = HALF_PI - t3 - w;
  return t3 + fused(-odd(v), w * v, HALF_PI_LOW + cor - ww);
}

/** Returns the angle of the point (x, y) in (-pi, pi]. */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const r = absAtan2(y, x);
  return y < 0 || Object.is(y, -0) ? -r : r;
}

/** Returns |atan2(y, x)|. */
function absAtan2(y: number, x: number): number {
  let ay = Math.abs(y);
  let ax = Math.abs(x);
  const left = x < 0 || Object.is(x, -0);
  if (ay === 0) return left ? Math.PI : 0;
  if (ax === 0) return HALF_PI;
  if (ax === Number.POSITIVE_INFINITY) {
    if (ay === Number.POSITIVE_INFINITY) return left ? 2.356194490192345 : 0.7853981633974483;
    return left ? Math.PI : 0;
  }
  if (ay === Number.POSITIVE_INFINITY) return HALF_PI;
  const de = (highWord(ay) & 0x7ff00000) - (highWord(ax) & 0x7ff00000);
  if (de >= 59768832) return HALF_PI;
  if (de <= -59768832) return left ? Math.PI : ay / ax;
  if (ax < 3.054936363499605e-151 || ay < 3.054936363499605e-151) {
    ax *= 3.273390607896142e150;
    ay *= 3.273390607896142e150;
  }
  if (ax > 3.273390607896142e150 || ay > 3.273390607896142e150) {
    ax *= 3.054936363499605e-151;
    ay *= 3.054936363499605e-151;
  }
  // u + du is the smaller over the larger
  const steep = ay >= ax;
  const num = steep ? ax : ay;
  const den = steep ? ay : ax;
  const u = num / den;
  const p = den * u;
  const du = (num - p - productTail(den, u, p)) / den;
  if (u < 0.0625) return smallQuotient(u, du, steep, left);
  const t = points ?? (points = table(ATAN));
  const i = row(u);
  if (!steep && !left) {
    const t3 = u - t[i]!;
    const v = t3 + du;
    const dv = Math.abs(t3) > Math.abs(du) ? t3 - v + du : du - v + t3;
    const c = t[i + 2]!;
    const rest = v * v * (t[i + 3]! + v * (t[i + 4]! + v * (t[i + 5]! + v * t[i + 6]!)));
    return t[i + 1]! + fused(v, c, fused(dv, c, rest));
  }
  const v = u - t[i]! + du;
  const q = poly(t, i, v);
  if (!steep) return Math.PI - t[i + 1]! + fused(-v, q, PI_LOW);
  return left ? HALF_PI + t[i + 1]! + fused(v, q, HALF_PI_LOW) : HALF_PI - t[i + 1]! + fused(-v, q, HALF_PI_LOW);
}

/** Finishes atan2 where the quotient is below 1/16. */
function smallQuotient(u: number, du: number, steep: boolean, left: boolean): number {
  const v = u * u;
  const uv = u * v;
  const p = odd(v);
  if (!steep && !left) return u + fused(uv, p, du);
  const base = steep ? HALF_PI : Math.PI;
  const low = steep ? HALF_PI_LOW : PI_LOW;
  if (steep && left) {
    const t2 = base + u;
    const cor = base - t2 + u;
    return t2 + fused(uv, p, low + cor + du);
  }
  const t2 = base - u;
  const cor = base - t2 - u;
  return t2 + fused(-uv, p, low + cor - du);
}
