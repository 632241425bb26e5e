/**
 * Decimal numbers as text: reading, writing, formatting.
 */
import { type Ctx, type Dec, Kind, type Rounding, adjusted, digitsOf, finite, isZero } from './values.ts';
import { rescale } from './number.ts';

const NUMBER = /^([-+]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([-+]?\d+))?$/;
const SPECIAL = /^([-+]?)(?:(inf(?:inity)?)|(s?)nan(\d*))$/i;

/** Reads a number; undefined for anything else. Digits of all scripts count. */
export function parseDecimal(given: string): Dec | undefined {
  const text = given
    .trim()
    .replaceAll('_', '')
    .replace(/\p{Nd}/gu, (c) => {
      let zero = c.codePointAt(0)!;
      for (let k = 0; k < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && (zero - 1) % 16 !== 15 && c > '9'; k++)
        zero--;
      return c > '9' ? String(c.codePointAt(0)! - zero) : c;
    });
  const m = NUMBER.exec(text);
  if (m !== null) {
    const fraction = m[4] ?? m[3] ?? '';
    return finite(m[1] === '-' ? 1 : 0, BigInt(`${m[2] ?? ''}${fraction}`), Number(m[5] ?? 0) - fraction.length);
  }
  const s = SPECIAL.exec(text);
  if (s === null) return undefined;
  const sign = s[1] === '-' ? 1 : 0;
  if (s[2] !== undefined) return { sign, kind: Kind.INFINITE, coef: 0n, exp: 0 };
  return { sign, kind: s[3] === '' ? Kind.QNAN : Kind.SNAN, coef: BigInt(s[4] === '' ? 0 : s[4]!), exp: 0 };
}

/** Writes a number: the scientific notation of the specification, or the engineering one. */
export function decimalText(x: Dec, capitals = true, engineering = false): string {
  const sign = x.sign === 1 ? '-' : '';
  if (x.kind === Kind.INFINITE) return `${sign}Infinity`;
  if (x.kind !== Kind.FINITE) return `${sign}${x.kind === Kind.SNAN ? 'sNaN' : 'NaN'}${x.coef === 0n ? '' : x.coef}`;
  const digits = x.coef.toString();
  const left = x.exp + digits.length;
  let point = 1;
  if (x.exp <= 0 && left > -6) point = left;
  else if (engineering) point = digits === '0' ? mod3(left + 1) - 1 : mod3(left - 1) + 1;
  const body =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : point >= digits.length
        ? digits + '0'.repeat(point - digits.length)
        : `${digits.slice(0, point)}.${digits.slice(point)}`;
  const e = left - point;
  return `${sign}${body}${e === 0 ? '' : `${capitals ? 'E' : 'e'}${e < 0 ? '' : '+'}${e}`}`;
}

const mod3 = (n: number): number => ((n % 3) + 3) % 3;

interface Spec {
  fill: string;
  align: string;
  sign: string;
  noNegativeZero: boolean;
  zero: boolean;
  width: number;
  thousands: string;
  precision: number | null;
  type: string;
}

/** Reads a format specification; undefined where it is wrong. */
export function parseSpec(text: string): Spec | undefined {
  const m = /^(?:(.)?([<>=^]))?([-+ ])?(z)?(0)?(\d+)?(,)?(?:\.(\d+))?([eEfFgGn%])?$/su.exec(text);
  if (m === null) return undefined;
  const zero = m[5] !== undefined;
  if (zero && m[2] !== undefined) return undefined;
  return {
    fill: m[1] ?? (zero ? '0' : ' '),
    align: m[2] ?? (zero ? '=' : '>'),
    sign: m[3] ?? '-',
    noNegativeZero: m[4] !== undefined,
    zero,
    width: m[6] === undefined ? 0 : Number(m[6]),
    thousands: m[7] ?? '',
    precision: m[8] === undefined ? null : Number(m[8]),
    type: m[9] ?? '',
  };
}

/** Puts separators between groups of three digits, with zeros up to a width. */
function grouped(digits: string, separator: string, width: number): string {
  const zeros = separator === '' ? width - digits.length : 0;
  let text = '0'.repeat(Math.max(0, zeros)) + digits;
  if (separator === '') return text;
  for (;;) {
    const out = text.replace(/\B(?=(\d{3})+$)/g, separator);
    if (out.length >= width) return out;
    text = `0${text}`;
    if (text.replace(/\B(?=(\d{3})+$)/g, separator).length > width && out.length + 1 === width)
      return text.replace(/\B(?=(\d{3})+$)/g, separator);
  }
}

/** Rounds to a number of significant digits. */
function toDigits(x: Dec, places: number, rounding: Rounding): Dec {
  if (isZero(x)) return x;
  const r = rescale(x, adjusted(x) - places + 1, rounding);
  return digitsOf(r.coef) > places ? rescale(r, adjusted(r) - places + 1, rounding) : r;
}

/** Formats by a specification. */
export function formatDecimal(given: Dec, spec: Spec, ctx: Ctx, capitals: boolean): string {
  let x = given;
  const pad = (sign: string, body: string): string => {
    const n = Math.max(0, spec.width - [...sign, ...body].length);
    const fill = spec.fill.repeat(n);
    if (spec.align === '<') return sign + body + fill;
    if (spec.align === '=') return sign + fill + body;
    return spec.align === '^'
      ? spec.fill.repeat(n >> 1) + sign + body + spec.fill.repeat(n - (n >> 1))
      : fill + sign + body;
  };
  const signOf = (negative: boolean): string => (negative ? '-' : spec.sign === '-' ? '' : spec.sign);
  if (x.kind !== Kind.FINITE) {
    const own = { ...spec, fill: spec.zero ? ' ' : spec.fill, align: spec.zero ? '>' : spec.align };
    const text = decimalText({ ...x, sign: 0 }) + (spec.type === '%' ? '%' : '');
    return spec.zero
      ? ' '.repeat(Math.max(0, own.width - text.length - signOf(x.sign === 1).length)) + signOf(x.sign === 1) + text
      : pad(signOf(x.sign === 1), text);
  }
  const type = spec.type === '' ? (capitals ? 'G' : 'g') : spec.type === 'n' ? 'g' : spec.type;
  if (type === '%') x = finite(x.sign, x.coef, x.exp + 2);
  const p = spec.precision;
  if (p !== null) {
    if (/[eE]/.test(type)) x = toDigits(x, p + 1, ctx.rounding);
    else if (/[fF%]/.test(type)) x = rescale(x, -p, ctx.rounding);
    else if (digitsOf(x.coef) > (p === 0 ? 1 : p)) x = toDigits(x, p === 0 ? 1 : p, ctx.rounding);
  } else if (/[fF%]/.test(type) && x.exp > 0) x = rescale(x, 0, ctx.rounding);
  const digits = x.coef.toString();
  const left = x.exp + digits.length;
  let point: number;
  if (/[eE]/.test(type)) point = isZero(x) && p !== null ? 1 - p : 1;
  else if (/[fF%]/.test(type)) point = left;
  else point = x.exp <= 0 && left > -6 ? left : 1;
  const [int, fraction] =
    point < 0
      ? ['0', '0'.repeat(-point) + digits]
      : point > digits.length
        ? [digits + '0'.repeat(point - digits.length), '']
        : [digits.slice(0, point) || '0', digits.slice(point)];
  const e = left - point;
  const negative = x.sign === 1 && !(spec.noNegativeZero && x.coef === 0n);
  const sign = signOf(negative);
  const tail =
    `${fraction === '' ? '' : `.${fraction}`}` +
    `${e !== 0 || /[eE]/.test(type) ? `${/[EG]/.test(type) ? 'E' : 'e'}${e < 0 ? '-' : '+'}${Math.abs(e)}` : ''}` +
    `${type === '%' ? '%' : ''}`;
  const room = spec.fill === '0' && spec.align === '=' ? spec.width - tail.length - sign.length : 0;
  return pad(sign, grouped(int, spec.thousands, room) + tail);
}
