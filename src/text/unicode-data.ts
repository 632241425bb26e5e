/**
 * Properties and case mappings of code points, of Unicode 15.1 as CPython 3.13 has them.
 *
 * Node knows Unicode too, but a later version than CPython (and a different one per Node release),
 * so what Python programs can observe comes from `unicode-tables.ts`. A set is decoded on the first
 * question that ASCII or Latin-1 code does not answer, to the sorted boundaries of its ranges; a
 * question is then a binary search: odd number of boundaries at or below the code point = inside.
 */
import * as tables from './unicode-tables.ts';

const LAST = '0123456789abcdefghijklmnopqrstuv';
const MORE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&*';

/** Decodes the numbers of a table (base 32, letters of `MORE` before the last digit). */
function decode(text: string): number[] {
  const out: number[] = [];
  let n = 0;
  for (const c of text) {
    const more = MORE.indexOf(c);
    if (more >= 0) {
      n = n * 32 + more;
      continue;
    }
    out.push(n * 32 + LAST.indexOf(c));
    n = 0;
  }
  return out;
}

/** A set of code points, decoded at the first question. */
class PointSet {
  private bounds: Uint32Array | null = null;
  constructor(private readonly text: string) {}

  has(c: number): boolean {
    if (this.bounds === null) {
      let at = 0;
      this.bounds = Uint32Array.from(decode(this.text), (d) => (at += d));
    }
    return (countUpTo(this.bounds, c) & 1) === 1;
  }
}

/** Counts the elements of a sorted array that are ≤ c. */
function countUpTo(sorted: Uint32Array, c: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (sorted[mid]! <= c) low = mid + 1;
    else high = mid;
  }
  return low;
}

const alpha = new PointSet(tables.ALPHA);
const numeric = new PointSet(tables.NUMERIC);
const lowercase = new PointSet(tables.LOWERCASE);
const uppercase = new PointSet(tables.UPPERCASE);
const titlecase = new PointSet(tables.TITLECASE);
const cased = new PointSet(tables.CASED);
const ignorable = new PointSet(tables.CASE_IGNORABLE);
const space = new PointSet(tables.SPACE);
const printable = new PointSet(tables.PRINTABLE);
const idStart = new PointSet(tables.ID_START);
const idContinue = new PointSet(tables.ID_CONTINUE);

/** Tells whether a code point is an ASCII letter. */
function isAsciiLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

export function isAlpha(c: number): boolean {
  return c < 128 ? isAsciiLetter(c) : alpha.has(c);
}
export function isNumeric(c: number): boolean {
  return c < 128 ? c >= 48 && c <= 57 : numeric.has(c);
}
export function isLower(c: number): boolean {
  return c < 128 ? c >= 97 && c <= 122 : lowercase.has(c);
}
export function isUpper(c: number): boolean {
  return c < 128 ? c >= 65 && c <= 90 : uppercase.has(c);
}
export function isTitle(c: number): boolean {
  return c >= 128 && titlecase.has(c);
}
export function isCased(c: number): boolean {
  return c < 128 ? isAsciiLetter(c) : cased.has(c);
}
export function isCaseIgnorable(c: number): boolean {
  return ignorable.has(c);
}
export function isPrintable(c: number): boolean {
  return c < 128 ? c >= 32 && c < 127 : printable.has(c);
}
export function isIdStart(c: number): boolean {
  return c < 128 ? isAsciiLetter(c) || c === 95 : idStart.has(c);
}
export function isIdContinue(c: number): boolean {
  return c < 128 ? isAsciiLetter(c) || c === 95 || (c >= 48 && c <= 57) : idContinue.has(c);
}

/** Tells whether a code point is whitespace for `str.isspace` and `str.split`. */
export function isSpace(c: number): boolean {
  return c < 128 ? c === 32 || (c >= 9 && c <= 13) || (c >= 28 && c <= 31) : space.has(c);
}

/** Runs of digits: first code point, count, first value. */
class DigitRuns {
  private starts: Uint32Array | null = null;
  private counts: number[] = [];
  private values: number[] = [];
  constructor(private readonly text: string) {}

  valueOf(c: number): number {
    if (this.starts === null) this.load();
    const i = countUpTo(this.starts!, c) - 1;
    if (i < 0) return -1;
    const k = c - this.starts![i]!;
    return k < this.counts[i]! ? this.values[i]! + k : -1;
  }

  private load(): void {
    const numbers = decode(this.text);
    const starts: number[] = [];
    let end = 0;
    for (let i = 0; i < numbers.length; i += 3) {
      const start = end + numbers[i]!;
      starts.push(start);
      this.counts.push(numbers[i + 1]!);
      this.values.push(numbers[i + 2]!);
      end = start + numbers[i + 1]!;
    }
    this.starts = Uint32Array.from(starts);
  }
}

const decimals = new DigitRuns(tables.DECIMAL);
const digits = new DigitRuns(tables.DIGIT);

/** Returns the value of a decimal digit (`str.isdecimal`, what int() reads), or -1. */
export function decimalValue(c: number): number {
  if (c < 128) return c >= 48 && c <= 57 ? c - 48 : -1;
  return decimals.valueOf(c);
}

/** Returns the value of a digit (`str.isdigit`, superscripts included), or -1. */
export function digitValue(c: number): number {
  if (c < 128) return c >= 48 && c <= 57 ? c - 48 : -1;
  return digits.valueOf(c);
}

/** A case mapping: code point → text, where it differs from the mapping it is based on. */
class CaseMap {
  private map: Map<number, string> | null = null;
  constructor(
    private readonly runs: string,
    private readonly special: string,
  ) {}

  get(c: number): string | undefined {
    if (this.map === null) this.map = this.load();
    return this.map.get(c);
  }

  private load(): Map<number, string> {
    const map = new Map<number, string>();
    const numbers = decode(this.runs);
    let end = 0;
    for (let i = 0; i < numbers.length; i += 3) {
      const start = end + numbers[i]!;
      const count = numbers[i + 1]! >> 1;
      const step = (numbers[i + 1]! & 1) + 1;
      const z = numbers[i + 2]!;
      const delta = z & 1 ? -((z + 1) / 2) : z / 2;
      for (let k = 0; k < count; k++) map.set(start + k * step, String.fromCodePoint(start + k * step + delta));
      end = start + (count - 1) * step;
    }
    for (const entry of this.special.split(' ')) {
      if (entry === '') continue;
      const [source, target] = entry.split(':');
      map.set(
        Number.parseInt(source!, 16),
        String.fromCodePoint(...target!.split('.').map((h) => Number.parseInt(h, 16))),
      );
    }
    return map;
  }
}

const lowerMap = new CaseMap(tables.LOWER, tables.LOWER_SPECIAL);
const upperMap = new CaseMap(tables.UPPER, tables.UPPER_SPECIAL);
const titleMap = new CaseMap(tables.TITLE, tables.TITLE_SPECIAL);
const foldMap = new CaseMap(tables.FOLD, tables.FOLD_SPECIAL);

/** Returns the full lower case mapping of a code point (without the rule for a final sigma). */
export function toLower(c: number): string {
  return lowerMap.get(c) ?? String.fromCodePoint(c);
}

/** Returns the full upper case mapping of a code point. */
export function toUpper(c: number): string {
  return upperMap.get(c) ?? String.fromCodePoint(c);
}

/** Returns the full title case mapping of a code point. */
export function toTitle(c: number): string {
  return titleMap.get(c) ?? toUpper(c);
}

/** Returns the full case folding of a code point. */
export function toFold(c: number): string {
  return foldMap.get(c) ?? toLower(c);
}
