/**
 * Exact reduction of large arguments by pi/2, with pi to 1200 bits.
 *
 * A double is m * 2^e, so m * 2^e / (pi/2) in fixed point needs as many bits of 2/pi as e and the
 * precision of the result ask for; BigInt does that in a few microseconds, for arguments beyond 10^8 only.
 */
import { exponentOf, scalb, significand } from './bits.ts';

const BITS = 1300n;
let pi: bigint | null = null;

/** Returns pi * 2**BITS by Machin's formula. */
function piFixed(): bigint {
  if (pi === null) {
    const guard = 32n;
    const one = 1n << (BITS + guard);
    const arctan = (n: bigint): bigint => {
      let term = one / n;
      let sum = term;
      for (let k = 1n; term !== 0n; k++) {
        term /= -n * n;
        sum += term / (2n * k + 1n);
      }
      return sum;
    };
    pi = (4n * (4n * arctan(5n) - arctan(239n))) >> guard;
  }
  return pi;
}

/** Returns x - n*pi/2 in [-pi/4, pi/4] as the sum of two doubles, and n modulo 4, for a finite |x| >= 2^20. */
export function exactParts(x: number): { high: number; low: number; quadrant: number } {
  const half = piFixed() >> 1n;
  const m = BigInt(Math.abs(significand(x)) * 4503599627370496) << BITS;
  const e = exponentOf(x) - 52;
  const value = e >= 0 ? m << BigInt(e) : m >> BigInt(-e);
  let n = value / half;
  let r = value - n * half;
  if (r * 2n > half) {
    n += 1n;
    r -= half;
  }
  let quadrant = Number(n & 3n);
  if (x < 0) {
    r = -r;
    quadrant = (4 - quadrant) & 3;
  }
  const high = toDouble(r);
  const low = toDouble(r - fixed(high));
  return { high, low, quadrant };
}

/** Returns n / 2**BITS as a double. */
function toDouble(n: bigint): number {
  const length = (n < 0n ? -n : n).toString(2).length;
  const drop = Math.max(0, length - 200);
  return scalb(Number(n >> BigInt(drop)), drop - Number(BITS));
}

/** Returns x * 2**BITS of a double that is an integer then. */
function fixed(x: number): bigint {
  if (x === 0) return 0n;
  const m = BigInt(significand(x) * 4503599627370496);
  return m << (BITS + BigInt(exponentOf(x) - 52));
}
