/**
 * C's conversions of numbers to text: %d %b %o %x of ints; %e, %f, %g and repr of floats
 * (Python/pystrtod.c, format_float_short) on correctly rounded digits.
 */
import type { Int } from './int-ops.ts';
import { intToString } from './int-text.ts';
import { fixedText, floatRepr, significantDigits } from './float-text.ts';

interface FloatFlags {
  /** Keep the point and the trailing zeros of %g (the # flag). */
  alternate?: boolean;
  /** Drop the minus sign of a result that is zero. */
  noNegativeZero?: boolean;
  /** Always have a digit after the point, as repr does. */
  addDot0?: boolean;
}

/**
 * Returns x converted as `type`: one of e E f F g G, or r for the repr. `precision` is not negative.
 * A minus sign is included, a plus sign never.
 */
export function floatToText(x: number, type: string, precision: number, flags: FloatFlags = {}): string {
  const upper = type >= 'A' && type <= 'Z';
  const text = Number.isFinite(x) ? finiteToText(x, type.toLowerCase(), precision, flags) : floatRepr(x);
  return upper ? text.toUpperCase() : text;
}

function finiteToText(x: number, type: string, precision: number, flags: FloatFlags): string {
  const negative = x < 0 || Object.is(x, -0);
  let text: string;
  if (type === 'f') {
    text = fixedText(x, precision);
    if (precision === 0 && flags.alternate) text += '.';
  } else if (type === 'e') {
    const [digits, exponent] = significantDigits(x, precision + 1);
    text = `${digits[0]}${precision > 0 || flags.alternate ? '.' : ''}${digits.slice(1)}${exponentText(exponent)}`;
  } else if (type === 'r' && !flags.alternate) {
    text = floatRepr(Math.abs(x));
    if (!flags.addDot0 && text.endsWith('.0')) text = text.slice(0, -2);
  } else text = generalText(x, type, precision, flags);
  if (!negative || (flags.noNegativeZero && !/[1-9]/.test(text.replace(/e.*/, '')))) return text;
  return `-${text}`;
}

/** Writes |x| as %g does, or as repr with the # flag: fixed notation where the exponent is small. */
function generalText(x: number, type: string, precision: number, flags: FloatFlags): string {
  let digits: string;
  let exponent: number;
  let limit: number;
  if (type === 'r') {
    const [m, e] = Math.abs(x).toExponential().split('e') as [string, string];
    digits = m.replace('.', '');
    exponent = Number(e);
    limit = 16;
  } else {
    const count = precision === 0 ? 1 : precision;
    [digits, exponent] = significantDigits(x, count);
    if (!flags.alternate) digits = digits.replace(/0+$/, '') || '0';
    limit = count - (flags.addDot0 ? 1 : 0);
  }
  const point = exponent + 1;
  if (point <= -4 || point > limit) {
    return `${digits[0]}${digits.length > 1 || flags.alternate ? '.' : ''}${digits.slice(1)}${exponentText(exponent)}`;
  }
  let whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  let fraction = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  if (fraction === '' && flags.addDot0) fraction = '0';
  if (fraction !== '' || flags.alternate) whole += '.';
  return whole + fraction;
}

/** Writes an exponent as C does: sign and at least two digits. */
function exponentText(e: number): string {
  const a = Math.abs(e);
  return `e${e < 0 ? '-' : '+'}${a < 10 ? '0' : ''}${a}`;
}

/**
 * Digits of an int in the base of a conversion: d, b, o, x, X; without sign and prefix. Throws ValueError (too many
 * digits).
 */
export function intDigits(n: Int, type: string): string {
  const a = n < 0 ? -n : n;
  switch (type) {
    case 'b':
      return a.toString(2);
    case 'o':
      return a.toString(8);
    case 'x':
      return a.toString(16);
    case 'X':
      return a.toString(16).toUpperCase();
    default:
      return intToString(a);
  }
}
