/**
 * The bits of a double, and scaling by powers of two without a rounding too many.
 *
 * One shared 8-byte buffer: read the halves before calling anything else that uses it.
 */
const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
const whole = new BigUint64Array(double.buffer);
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;
const LOW = 1 - HIGH;

/** Returns the high 32 bits (sign, exponent, top of the mantissa) as a signed number. */
export function highWord(x: number): number {
  double[0] = x;
  return words[HIGH]!;
}

/** Returns the low 32 bits as a signed number. */
export function lowWord(x: number): number {
  double[0] = x;
  return words[LOW]!;
}

/** Makes a double of its two halves. */
export function fromWords(high: number, low: number): number {
  words[HIGH] = high;
  words[LOW] = low;
  return double[0]!;
}

/** Returns the 64 bits of a double. */
export function toBits(x: number): bigint {
  double[0] = x;
  return whole[0]!;
}

/** Makes a double of 64 bits. */
export function fromBits(bits: bigint): number {
  whole[0] = bits;
  return double[0]!;
}

/** Returns `x` with its low 32 bits cleared. */
export function clearLow(x: number): number {
  double[0] = x;
  words[LOW] = 0;
  return double[0]!;
}

/** Returns 2**n for -1074 <= n <= 1023. */
export function pow2(n: number): number {
  return n >= -1022
    ? fromWords((n + 1023) << 20, 0)
    : n >= -1042
      ? fromWords(1 << (n + 1042), 0)
      : fromWords(0, 1 << (n + 1074));
}

/** Returns `x * 2**n` rounded once (half to even), ±inf on overflow, ±0 on underflow. */
export function scalb(x: number, n: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const e = exponentOf(x);
  const m = significand(x);
  const to = e + n;
  if (to > 1023) return m * Number.POSITIVE_INFINITY;
  if (to >= -1022) return m * pow2(to);
  if (to < -1100) return m < 0 ? -0 : 0;
  return m * 2.2250738585072014e-308 * pow2(to + 1022);
}

/** Returns the m with 1 <= |m| < 2 and x = m * 2**exponentOf(x), for a finite nonzero x. */
export function significand(x: number): number {
  const high = highWord(x);
  if ((high & 0x7ff00000) === 0) return significand(x * 18014398509481984);
  return fromWords((high & 0x800fffff) | 0x3ff00000, words[LOW]!);
}

/** Returns the exponent e of a finite nonzero x with 2**e <= |x| < 2**(e+1). */
export function exponentOf(x: number): number {
  const e = (highWord(x) >>> 20) & 0x7ff;
  if (e !== 0) return e - 1023;
  return ((highWord(x * 18014398509481984) >>> 20) & 0x7ff) - 1023 - 54;
}
