/**
 * Integer helpers on JS numbers with |n| ≤ 2^53-1, exact where a JS operator is not: what compiled code calls
 * once it knows the operands, and `int-ops.ts` for operands that are such numbers. Results of bit operators may
 * be -2^53, which is no longer such a number: who needs to know asks.
 *
 * Bit operators of JS work on 32 bits: beyond, a number is split as hi * 2^32 + lo with lo unsigned
 * (two's complement of a negative number is hi = floor, so the split is the same for all signs).
 * Products modulo m use the float quotient, whose error is at most one, so one correction suffices
 * as long as the remainder is computed exactly: by 32-bit halves, or BigInt where m is large.
 */
const TWO32 = 4294967296;

/** Returns a mod b with the sign of b, b ≠ 0 (library reference, "Numeric types", operator %). */
export function modSigned(a: number, b: number): number {
  const r = a % b;
  return r !== 0 && r < 0 !== b < 0 ? r + b : r + 0;
}

/** Returns a & b. */
export function and53(a: number, b: number): number {
  if ((a | 0) === a && (b | 0) === b) return a & b;
  const hi = Math.floor(a / TWO32) & Math.floor(b / TWO32);
  return hi * TWO32 + ((a & b) >>> 0);
}

/** Returns a | b. */
export function or53(a: number, b: number): number {
  if ((a | 0) === a && (b | 0) === b) return a | b;
  return (Math.floor(a / TWO32) | Math.floor(b / TWO32)) * TWO32 + ((a | b) >>> 0);
}

/** Returns a ^ b. */
export function xor53(a: number, b: number): number {
  if ((a | 0) === a && (b | 0) === b) return a ^ b;
  return (Math.floor(a / TWO32) ^ Math.floor(b / TWO32)) * TWO32 + ((a ^ b) >>> 0);
}

/** Returns x & mask for 0 ≤ mask < 2^31. */
export function maskInt(x: unknown, mask: number): number {
  return (typeof x === 'bigint' ? Number(BigInt.asIntN(32, x)) : (x as number)) & mask;
}

/** Returns x mod m for 0 < m. */
export function modInt(x: unknown, m: number): number {
  if (typeof x === 'number') return modSigned(x, m);
  const r = (x as bigint) % BigInt(m);
  return Number(r < 0n ? r + BigInt(m) : r);
}

/** Returns a * b mod m for 0 < m; exact for any operands. */
export function mulMod(a: number, b: number, m: number): number {
  const p = a * b;
  if (p <= Number.MAX_SAFE_INTEGER && p >= -Number.MAX_SAFE_INTEGER) return modSigned(p, m);
  if (m <= 0x3fffffff && p >= 0 && p <= 4.6e18) {
    // q < 2^42 is off by at most one, and then r = a*b - q*m lies well within 32 bits: the low 32 bits of a*b - q*m
    // then tell the exact remainder.
    const q = Math.floor(p / m);
    const low = (Math.imul(a, b) - Math.imul(q, m)) | 0;
    if (q < TWO32 * 1024) return low < 0 ? low + m : low >= m ? low - m : low;
  }
  if (m <= 2 ** 50) return productMod(modSigned(a, m), modSigned(b, m), m);
  const r = (BigInt(a) * BigInt(b)) % BigInt(m);
  return Number(r < 0n ? r + BigInt(m) : r);
}

/** Returns a * b mod m for 0 ≤ a, b < m ≤ 2^50: the product and the multiple of m as exact pairs of doubles. */
function productMod(a: number, b: number, m: number): number {
  const p = a * b;
  if (p <= Number.MAX_SAFE_INTEGER) return p % m;
  const q = Math.floor(p / m);
  const s = q * m;
  let r = p - s + (productError(a, b, p) - productError(q, m, s));
  while (r < 0) r += m;
  while (r >= m) r -= m;
  return r;
}

/** Returns a*b - p exactly, for p = fl(a*b) (Dekker). */
function productError(a: number, b: number, p: number): number {
  const ta = 134217729 * a;
  const ah = ta - (ta - a);
  const al = a - ah;
  const tb = 134217729 * b;
  const bh = tb - (tb - b);
  const bl = b - bh;
  return ah * bh - p + ah * bl + al * bh + al * bl;
}

/** Returns the number of values of range(start, stop, step), step ≠ 0. */
export function rangeLength(start: number, stop: number, step: number): number {
  const span = stop - start;
  if (span > Number.MAX_SAFE_INTEGER || span < -Number.MAX_SAFE_INTEGER)
    return Number(wideRangeLength(BigInt(start), BigInt(stop), BigInt(step)));
  return Math.max(0, Math.ceil(span / step));
}

/** Returns the number of values of a range whose bounds are too far apart for their distance to be exact. */
export function wideRangeLength(start: bigint, stop: bigint, step: bigint): bigint {
  const n = step > 0n ? (stop - start + step - 1n) / step : (start - stop - step - 1n) / -step;
  return n > 0n ? n : 0n;
}
