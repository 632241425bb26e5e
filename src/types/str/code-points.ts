/**
 * Code point semantics on JS strings.
 *
 * A Python str is a sequence of code points; a JS string is a sequence of UTF-16 units. They agree
 * unless the string holds surrogates, so everything here first asks `offsetsOf(s)`: null means "one
 * unit per code point" and the answer is the JS operation. The question is a regular expression
 * that V8 refutes without looking at the text for a one-byte string; for longer two-byte strings the
 * answer is memoised, since indexing in a loop would otherwise rescan the text at each step.
 *
 * A string with surrogates gets an offset table (code point index → unit index), memoised too, so
 * that indexing is O(1) and slicing copies once. Lone surrogates are code points of their own. What
 * cannot be represented: a lone high surrogate directly followed by a lone low one; JS joins them.
 *
 * Invariants: unit indices handed out lie on code point boundaries; the memo holds at most
 * `2 * WAYS` strings alive.
 */
import { isHigh, isLow } from '../../text/order.ts';
import type { PyType } from '../../objects/core/object.ts';
import { PyIterator, type PyStrSub, builtinType, native } from '../../objects/core/values.ts';
import { indexError, typeError, valueError } from '../../objects/core/exceptions.ts';
import { backslashEscape } from '../../text/repr.ts';
import { append, checkItems } from '../../numbers/allocation.ts';

const SURROGATE = /[\ud800-\udfff]/;
const NON_ASCII = /[^\x00-\x7f]/;
const NON_LATIN1 = /[^\x00-\xff]/;

/** Strings shorter than this are scanned rather than remembered as plain. */
const LONG = 64;
const WAYS = 4;
const plain: string[] = new Array(WAYS).fill('');
let plainNext = 0;
const wide: { text: string; offsets: Uint32Array }[] = [];
let wideNext = 0;

/** Tells whether a string holds any surrogate unit. */
export function hasSurrogates(s: string): boolean {
  return SURROGATE.test(s);
}

/** Tells whether every code point is below 128 (true for the empty string). */
export function isAsciiText(s: string): boolean {
  return !NON_ASCII.test(s);
}

/** Tells whether every code point is below 256 (true for the empty string). */
export function isLatin1Text(s: string): boolean {
  return !NON_LATIN1.test(s);
}

/**
 * Returns the unit index of every code point and of the end, or null where both indices agree.
 * O(1) for one-byte strings and for the strings used last, O(n) else.
 */
function offsetsOf(s: string): Uint32Array | null {
  if (s.length < LONG) return SURROGATE.test(s) ? wideOffsets(s) : null;
  for (let i = 0; i < WAYS; i++) if (plain[i] === s) return null;
  for (let i = 0; i < wide.length; i++) if (wide[i]!.text === s) return wide[i]!.offsets;
  if (!SURROGATE.test(s)) {
    plain[plainNext] = s;
    plainNext = (plainNext + 1) % WAYS;
    return null;
  }
  return wideOffsets(s);
}

/** Builds and remembers the offset table of a string with surrogates. */
function wideOffsets(s: string): Uint32Array {
  for (let i = 0; i < wide.length; i++) if (wide[i]!.text === s) return wide[i]!.offsets;
  const table = new Uint32Array(s.length + 1);
  let n = 0;
  for (let i = 0; i < s.length; n++) {
    table[n] = i;
    i += s.codePointAt(i)! > 0xffff ? 2 : 1;
  }
  table[n] = s.length;
  const offsets = table.subarray(0, n + 1);
  wide[wideNext] = { text: s, offsets };
  wideNext = (wideNext + 1) % WAYS;
  return offsets;
}

/** Returns `len(s)`: the number of code points. */
export function strLength(s: string): number {
  const o = offsetsOf(s);
  return o === null ? s.length : o.length - 1;
}

/** Returns `s[i]` for any int index that fits a number. Throws IndexError. */
export function strIndex(s: string, i: number): string {
  const o = offsetsOf(s);
  const n = o === null ? s.length : o.length - 1;
  if (i < 0) i += n;
  if (i < 0 || i >= n) indexError('string index out of range');
  return o === null ? s.charAt(i) : s.slice(o[i]!, o[i + 1]!);
}

/** Returns the slice given by normalised bounds (as `slice.indices(len(s))` makes them). */
export function strSlice(s: string, start: number, stop: number, step: number): string {
  const o = offsetsOf(s);
  if (step === 1) {
    if (start >= stop) return '';
    return o === null ? s.slice(start, stop) : s.slice(o[start]!, o[stop]!);
  }
  const parts: string[] = [];
  if (step > 0) for (let i = start; i < stop; i += step) append(parts, o === null ? s[i]! : s.slice(o[i]!, o[i + 1]!));
  else for (let i = start; i > stop; i += step) append(parts, o === null ? s[i]! : s.slice(o[i]!, o[i + 1]!));
  return parts.join('');
}

/** Returns the unit index of a code point index in `0..strLength(s)`. */
export function unitIndex(s: string, i: number): number {
  const o = offsetsOf(s);
  return o === null ? i : o[i]!;
}

/** Returns the code point index of a unit index that lies on a code point boundary. */
export function pointIndex(s: string, unit: number): number {
  const o = offsetsOf(s);
  if (o === null || unit < 0) return unit;
  let low = 0;
  let high = o.length - 1;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (o[mid]! < unit) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Returns the code points of a string as numbers. */
export function codePoints(s: string): number[] {
  const out: number[] = [];
  checkItems(s.length);
  for (let i = 0; i < s.length; ) {
    const c = s.codePointAt(i)!;
    append(out, c);
    i += c > 0xffff ? 2 : 1;
  }
  return out;
}

/** Makes a string of code points (any length; surrogates allowed). */
export function fromCodePoints(points: readonly number[]): string {
  if (points.length < 4096) return String.fromCodePoint(...points);
  const parts: string[] = [];
  for (let i = 0; i < points.length; i += 4096) parts.push(String.fromCodePoint(...points.slice(i, i + 4096)));
  return parts.join('');
}

/** Returns `chr(i)`. Throws ValueError outside 0..0x10ffff. */
export function chr(i: number | bigint): string {
  if (typeof i === 'bigint' || i < 0 || i > 0x10ffff) valueError('chr() arg not in range(0x110000)');
  return i < 0x10000 ? String.fromCharCode(i) : String.fromCodePoint(i);
}

/** Returns `ord(s)` of a str. Throws TypeError unless it is one code point. */
export function ord(s: string): number {
  if (s.length === 1) return s.charCodeAt(0);
  if (s.length === 2) {
    const c = s.codePointAt(0)!;
    if (c > 0xffff) return c;
  }
  typeError(`ord() expected a character, but string of length ${strLength(s)} found`);
}

/** Tells whether a match of `sub` may begin or end inside a surrogate pair. */
function isRagged(sub: string): boolean {
  return sub.length > 0 && (isLow(sub.charCodeAt(0)) || isHigh(sub.charCodeAt(sub.length - 1)));
}

/** Tells whether a unit index lies on a code point boundary. */
export function onBoundary(s: string, unit: number): boolean {
  return unit <= 0 || unit >= s.length || !(isLow(s.charCodeAt(unit)) && isHigh(s.charCodeAt(unit - 1)));
}

/** Finds `sub` from a unit index on, as `String.indexOf`, but never inside a surrogate pair. */
export function unitFind(s: string, sub: string, from: number): number {
  let i = s.indexOf(sub, from);
  if (i < 0 || !(isRagged(sub) || (sub === '' && SURROGATE.test(s)))) return i;
  while (i >= 0 && !(onBoundary(s, i) && onBoundary(s, i + sub.length))) {
    if (i >= s.length) return -1;
    i = s.indexOf(sub, i + 1);
  }
  return i;
}

/** Finds the last `sub` that begins at or before a unit index, never inside a surrogate pair. */
export function unitFindLast(s: string, sub: string, from: number): number {
  if (from < 0) return -1;
  let i = s.lastIndexOf(sub, from);
  if (i < 0 || !(isRagged(sub) || (sub === '' && SURROGATE.test(s)))) return i;
  while (i >= 0 && !(onBoundary(s, i) && onBoundary(s, i + sub.length))) {
    if (i === 0) return -1;
    i = s.lastIndexOf(sub, i - 1);
  }
  return i;
}

/** Escapes what is not ASCII in the text of a repr: `ascii()`. */
export function asciiEscape(text: string): string {
  if (isAsciiText(text)) return text;
  let out = '';
  for (const c of text) {
    const p = c.codePointAt(0)!;
    out += p < 128 ? c : backslashEscape(p);
  }
  return out;
}

/**
 * Returns `hash(s)`: a stable hash of 53 bits (two multiplicative 32-bit hashes with a murmur-style
 * finish), equal for equal strings; the empty string hashes to 0 as in CPython. Never -1. O(n).
 */
export function strHash(s: string): number {
  if (s === '') return 0;
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  return finishHash(a, b);
}

/** Hashes bytes as `strHash` does text of the same code points. */
export function bytesHash(data: Uint8Array): number {
  if (data.length === 0) return 0;
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < data.length; i++) {
    const c = data[i]!;
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  return finishHash(a, b);
}

/** Mixes two 32-bit states into a signed integer of magnitude below 2^53 that is not -1. */
function finishHash(a: number, b: number): number {
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  const h = (b & 0x3fffff) * 0x80000000 + (a >>> 1);
  const signed = b < 0 ? -h : h;
  return signed === -1 ? -2 : signed;
}

/** Returns the text of a value known to be a str or an instance of a subclass. */
export function textOf(self: string | PyStrSub): string {
  return typeof self === 'string' ? self : self.value;
}

export const strIteratorType: PyType = builtinType('str_iterator', { base: false });
export const strAsciiIteratorType: PyType = builtinType('str_ascii_iterator', { base: false });

/** Iterates over the code points of a str; `index` counts units and `wide` says they may be pairs. */
export class PyStrIterator extends PyIterator {
  index = 0;
  constructor(
    public text: string,
    readonly wide: boolean,
  ) {
    super();
  }
  next(): string | undefined {
    const i = this.index;
    const s = this.text;
    if (i >= s.length) return undefined;
    if (!this.wide || s.codePointAt(i)! < 0x10000) {
      this.index = i + 1;
      return s.charAt(i);
    }
    this.index = i + 2;
    return s.slice(i, i + 2);
  }
}
native(PyStrIterator, strIteratorType);

/** The iterator of an ASCII str: the same with another class name, as in CPython. */
class PyStrAsciiIterator extends PyStrIterator {}
native(PyStrAsciiIterator, strAsciiIteratorType);

/** Returns `iter(s)`. */
export function strIter(s: string): PyStrIterator {
  return isAsciiText(s) ? new PyStrAsciiIterator(s, false) : new PyStrIterator(s, SURROGATE.test(s));
}
