/**
 * Ints as text and back: `str(n)`, `bin(n)`, `int(text, base)`.
 *
 * Decimal conversions are limited in length (PEP: "Integer string conversion length limitation",
 * sys.set_int_max_str_digits), others are not. Literals follow the grammar of `int()`: surrounding whitespace, a sign,
 * a prefix that fits the base, single underscores between digits, decimal digits of any script.
 */
import { overflowError, valueError } from './faults.ts';
import { watched, watchedBits } from './huge.ts';
import { type Int, intBitLength, normInt } from './int-ops.ts';
import { decimalValue, isSpace } from '../text/unicode-data.ts';
import { strRepr } from '../text/repr.ts';

let maxDigits = 4300;

/** Returns the limit of decimal digits in conversions; 0 means none. */
export function intMaxStrDigits(): number {
  return maxDigits;
}

/** Sets the limit of decimal digits in conversions. Throws ValueError unless 0 or at least 640. */
export function setIntMaxStrDigits(n: number): void {
  if (n !== 0 && n < 640) valueError('maxdigits must be 0 or larger than 640');
  if (n > 0x7fffffff) overflowError('Python int too large to convert to C int');
  maxDigits = n;
}

/** Returns `str(n)`. Throws ValueError where it would have more digits than the limit. */
export function intToString(n: Int): string {
  if (typeof n === 'number') return String(n);
  if (maxDigits > 0 && intBitLength(n) * 0.30102 > maxDigits + 2) tooManyDigits();
  const text = watched(n, n, (x) => x.toString());
  if (maxDigits > 0 && text.length - (n < 0n ? 1 : 0) > maxDigits) tooManyDigits();
  return text;
}

function tooManyDigits(): never {
  return valueError(
    `Exceeds the limit (${maxDigits} digits) for integer string ` +
      'conversion; use sys.set_int_max_str_digits() to increase the limit',
  );
}

/** Replaces decimal digits of other scripts by ASCII ones and whitespace by blanks, as int() and float() do. */
export function asciiDigits(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  let out = '';
  for (const ch of text) {
    const c = ch.codePointAt(0)!;
    const d = decimalValue(c);
    out += c < 128 ? ch : d >= 0 ? String(d) : isSpace(c) ? ' ' : '?';
  }
  return out;
}

const PREFIX = new Map([
  ['x', 16],
  ['o', 8],
  ['b', 2],
]);

/**
 * Returns the int that `text` denotes in `base` (0: as the prefix says). `shown` is the repr of the
 * original argument, for the error. Throws ValueError.
 */
export function parseIntText(text: string, base = 10, shown?: () => string): Int {
  const n = readInt(asciiDigits(text).trim(), base);
  if (n === undefined) {
    const r = shown === undefined ? strRepr(text) : shown();
    valueError(`invalid literal for int() with base ${base}: ${[...r].slice(0, 200).join('')}`);
  }
  return n;
}

/**
 * Reads an ASCII literal without surrounding blanks; undefined if it is malformed. Throws ValueError for too many
 * digits.
 */
function readInt(text: string, base: number): Int | undefined {
  let i = 0;
  const negative = text[0] === '-';
  if (negative || text[0] === '+') i = 1;
  const prefixed = text[i] === '0' ? PREFIX.get((text[i + 1] ?? '').toLowerCase()) : undefined;
  let mustBeZero = false;
  if (base === 0) {
    base = prefixed ?? 10;
    mustBeZero = prefixed === undefined && text[i] === '0';
  }
  if (prefixed === base) {
    i += 2;
    if (text[i] === '_') i++;
  }
  const digits = text.slice(i);
  if (!digitPattern(base).test(digits)) return undefined;
  const plain = digits.includes('_') ? digits.replaceAll('_', '') : digits;
  if (mustBeZero && /[^0]/.test(plain)) return undefined;
  if (base === 10 && plain.length <= 15) {
    const n = Number(plain);
    return negative ? 0 - n : n;
  }
  if ((base & (base - 1)) !== 0 && maxDigits > 0 && plain.length > maxDigits) {
    valueError(
      `Exceeds the limit (${maxDigits} digits) for integer string conversion: value ` +
        `has ${plain.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  const n = watchedBits(plain.length * Math.log2(base), () => toBigInt(plain, base));
  return normInt(negative ? -n : n);
}

const patterns = new Map<number, RegExp>();

/** Returns the pattern of digits of a base, with single underscores between them. */
function digitPattern(base: number): RegExp {
  let p = patterns.get(base);
  if (p === undefined) {
    const set = base <= 10 ? `0-${base - 1}` : `0-9a-${String.fromCharCode(86 + base)}`;
    p = new RegExp(`^[${set}]+(?:_[${set}]+)*$`, 'i');
    patterns.set(base, p);
  }
  return p;
}

/** Converts plain digits, halving long texts so that the cost is that of the multiplications. */
function toBigInt(digits: string, base: number): bigint {
  switch (base) {
    case 10:
      return BigInt(digits);
    case 16:
      return BigInt(`0x${digits}`);
    case 8:
      return BigInt(`0o${digits}`);
    case 2:
      return BigInt(`0b${digits}`);
  }
  if (digits.length <= 10) return BigInt(Number.parseInt(digits, base));
  const half = digits.length >> 1;
  return toBigInt(digits.slice(0, -half), base) * BigInt(base) ** BigInt(half) + toBigInt(digits.slice(-half), base);
}
