/**
 * Floats as text and back: repr, decimal digits rounded to a given place, parsing, hexadecimal.
 *
 * V8 gives the shortest digits that round-trip, as CPython does; only the layout differs. `toFixed` and
 * `toExponential` are exact but round ties up where C rounds half to even, so ties (which are rare and
 * recognised exactly) and lengths beyond 100 digits go through BigInt.
 */
import { overflowError, valueError } from './faults.ts';
import { asciiDigits } from './int-text.ts';
import { strRepr } from '../text/repr.ts';
import { exponentOf, fromBits, pow2, scalb, toBits } from './libm/bits.ts';

/** Returns `repr(x)` of a float. */
export function floatRepr(x: number): string {
  if (Number.isInteger(x)) {
    if (x < 1e16 && x > -1e16) return x === 0 && 1 / x < 0 ? '-0.0' : `${x}.0`;
  } else if (Number.isNaN(x)) return 'nan';
  else if (x === Number.POSITIVE_INFINITY) return 'inf';
  else if (x === Number.NEGATIVE_INFINITY) return '-inf';
  else if (x >= 1e-4 || x <= -1e-4) return String(x);
  // Exponents have at least two digits; JS has none below 1e21.
  const [mantissa, exponent] = x.toExponential().split('e') as [string, string];
  const e = exponent.slice(1);
  return `${mantissa}e${exponent[0]}${e.length < 2 ? `0${e}` : e}`;
}

/** The exact value of a finite float as m * 2**e with an integral m. */
export function exactBinary(x: number): [bigint, number] {
  if (x === 0) return [0n, 0];
  const bits = toBits(Math.abs(x));
  const e = Number(bits >> 52n);
  const fraction = bits & 0xfffffffffffffn;
  const m = e === 0 ? fraction : fraction | 0x10000000000000n;
  return [x < 0 ? -m : m, (e === 0 ? 1 : e) - 1075];
}

/** Returns |x| * 10**places rounded half to even. */
function scaledDigits(x: number, places: number): bigint {
  const [m, e] = exactBinary(Math.abs(x));
  let n = m;
  let d = 1n;
  if (places >= 0) n *= 10n ** BigInt(places);
  else d = 10n ** BigInt(-places);
  if (e >= 0) n <<= BigInt(e);
  else d <<= BigInt(-e);
  const q = n / d;
  const twice = (n - q * d) * 2n;
  return twice > d || (twice === d && (q & 1n) === 1n) ? q + 1n : q;
}

/** Returns the finite |x| with `places` digits after the point (C's %f without sign), half to even. */
export function fixedText(x: number, places: number): string {
  const a = Math.abs(x);
  if (places <= 100 && a < 1e21) {
    const twice = a * pow2(places + 1);
    if (twice % 2 !== 1) return a.toFixed(places);
  }
  // A double has at most 1074 digits after the point.
  const exact = Math.min(places, 1080);
  const text = scaledDigits(a, exact)
    .toString()
    .padStart(exact + 1, '0');
  if (places === 0) return text;
  const point = text.length - exact;
  return `${text.slice(0, point)}.${text.slice(point)}${'0'.repeat(places - exact)}`;
}

/**
 * Returns the finite x to `count` >= 1 significant digits, half to even: the digits and the exponent of
 * the first one. Zero has exponent 0.
 */
export function significantDigits(x: number, count: number): [string, number] {
  const a = Math.abs(x);
  if (a === 0) return ['0'.repeat(count), 0];
  if (count <= 100) {
    const text = a.toExponential(count - 1);
    const at = text.indexOf('e');
    const exponent = Number(text.slice(at + 1));
    if (!mayTie(a, count, exponent)) return [text[0] + text.slice(2, at), exponent];
  }
  // Beyond 800 digits there are only zeros.
  const exact = Math.min(count, 800);
  let exponent = Math.floor(Math.log10(a));
  for (;;) {
    const digits = scaledDigits(a, exact - 1 - exponent).toString();
    if (digits.length === exact) return [digits + '0'.repeat(count - exact), exponent];
    exponent += digits.length - exact;
    if (digits.length === exact + 1 && /^10*$/.test(digits))
      return [digits.slice(0, -1) + '0'.repeat(count - exact), exponent];
  }
}

/** Tells whether x may lie halfway between two numbers of `count` digits. */
function mayTie(a: number, count: number, exponent: number): boolean {
  const places = count - exponent;
  // Halfway with places - 1 digits after the point means that a * 2^places is an odd integer.
  return places <= 0 || (a * pow2(places)) % 2 === 1;
}

/** Returns `round(x, places)` for a finite x: the double nearest to the decimal rounding. Throws OverflowError. */
export function roundFloat(x: number, places: number): number {
  if (places > 323) return x;
  if (places < -308) return 0 * x;
  if (places >= 0) {
    const r = Number(fixedText(x, places));
    return x < 0 || Object.is(x, -0) ? -r : r;
  }
  const r = Number(`${scaledDigits(x, places)}e${-places}`);
  if (r === Number.POSITIVE_INFINITY) overflowError('rounded value too large to represent');
  return x < 0 || Object.is(x, -0) ? -r : r;
}

/* ---- parsing ---- */

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const SPECIAL = /^([+-]?)(?:inf(?:inity)?|nan)$/i;

/** Returns the float that `text` denotes, or undefined if it is malformed. */
export function readFloat(text: string): number | undefined {
  let s = asciiDigits(text).trim();
  if (s.includes('_')) {
    if (/^_|_$|_(?!\d)|(?<!\d)_/.test(s)) return undefined;
    s = s.replaceAll('_', '');
  }
  if (DECIMAL.test(s)) return Number(s);
  const m = SPECIAL.exec(s);
  if (m === null) return undefined;
  if (/n$/i.test(s) && /nan$/i.test(s)) return Number.NaN;
  return m[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** Returns `float(text)`; `shown` is the repr of the original argument. Throws ValueError. */
export function parseFloatText(text: string, shown?: () => string): number {
  const x = readFloat(text);
  if (x === undefined)
    valueError(`could not convert string to float: ${shown === undefined ? strRepr(text) : shown()}`);
  return x;
}

/* ---- hexadecimal ---- */

/** Returns `x.hex()`. */
export function floatHex(x: number): string {
  if (!Number.isFinite(x)) return floatRepr(x);
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  if (x === 0) return `${sign}0x0.0p+0`;
  const bits = toBits(Math.abs(x));
  const e = Number(bits >> 52n);
  const fraction = (bits & 0xfffffffffffffn).toString(16).padStart(13, '0');
  const exponent = e === 0 ? -1022 : e - 1023;
  return `${sign}0x${e === 0 ? 0 : 1}.${fraction}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}

const HEX = /^([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?$/i;

/** Returns `float.fromhex(text)`. Throws ValueError, OverflowError. */
export function floatFromHex(text: string): number {
  const s = text.replace(/^[ \t\n\r\f\v]+|[ \t\n\r\f\v]+$/g, '');
  if (SPECIAL.test(s)) return readFloat(s)!;
  const m = HEX.exec(s);
  const whole = m?.[2] ?? '';
  const fraction = m?.[3] ?? '';
  if (m === null || whole + fraction === '') valueError('invalid hexadecimal floating-point string');
  const negative = m[1] === '-';
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return negative ? -0 : 0;
  const exponent = Math.max(-1e9, Math.min(1e9, Number(m[4] ?? 0))) - 4 * fraction.length;
  const r = roundBinary(BigInt(`0x${digits}`), exponent);
  if (r === Number.POSITIVE_INFINITY) overflowError('hexadecimal value too large to represent as a float');
  return negative ? -r : r;
}

/** Returns n * 2**e (n > 0) as the nearest double, half to even. */
function roundBinary(n: bigint, e: number): number {
  const bits = n.toString(2).length;
  const drop = Math.max(bits - 53, -1074 - e);
  if (drop <= 0) return scalb(Number(n), e);
  if (drop > bits + 1) return 0;
  const d = BigInt(drop);
  let q = n >> d;
  const rest = n - (q << d);
  const half = 1n << (d - 1n);
  if (rest > half || (rest === half && (q & 1n) === 1n)) q += 1n;
  return scalb(Number(q), e + drop);
}

/** Returns the double next to x towards y, which must differ from x and not be NaN. */
export function stepTowards(x: number, y: number): number {
  if (x === 0) return y > 0 ? 5e-324 : -5e-324;
  const bits = toBits(x);
  return fromBits(x < y === x > 0 ? bits + 1n : bits - 1n);
}

/** Returns the distance to the next double above |x|, for a finite x. */
export function ulpOf(x: number): number {
  if (x === 0) return 5e-324;
  return pow2(Math.max(exponentOf(x) - 52, -1074));
}
