/**
 * Splitting and stripping text, for str and (as Latin-1 text, with ASCII whitespace) for bytes.
 *
 * Everything works on UTF-16 units: separators are found by `unitFind`, which never matches inside
 * a surrogate pair, and all whitespace lies in the Basic Multilingual Plane.
 */
import { codePoints, hasSurrogates, unitFind, unitFindLast } from './code-points.ts';
import { MOST, append, checkItems, checkText } from '../../numbers/allocation.ts';
import { isSpace } from '../../text/unicode-data.ts';

type UnitTest = (unit: number) => boolean;

/** Tells whether a byte is whitespace for the methods of bytes. */
export function isAsciiSpace(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13);
}

/** Splits at a non-empty separator, at most `max` times (negative: no limit). */
export function splitAt(s: string, sep: string, max: number): string[] {
  if (max < 0 && !hasSurrogates(sep) && s.length < MOST.growing) return s.split(sep);
  const out: string[] = [];
  let from = 0;
  while (max-- !== 0) {
    const i = unitFind(s, sep, from);
    if (i < 0) break;
    append(out, s.slice(from, i));
    from = i + sep.length;
  }
  append(out, s.slice(from));
  return out;
}

/** Splits at a non-empty separator from the right, at most `max` times (negative: no limit). */
export function rsplitAt(s: string, sep: string, max: number): string[] {
  const out: string[] = [];
  let end = s.length;
  while (max-- !== 0) {
    const i = unitFindLast(s, sep, end - sep.length);
    if (i < 0) break;
    append(out, s.slice(i + sep.length, end));
    end = i;
  }
  append(out, s.slice(0, end));
  return out.reverse();
}

/** Splits at runs of whitespace, at most `max` times (negative: no limit). */
export function splitSpace(s: string, max: number, space: UnitTest = isSpace): string[] {
  const out: string[] = [];
  const n = s.length;
  let i = 0;
  for (;;) {
    while (i < n && space(s.charCodeAt(i))) i++;
    if (i === n) return out;
    if (max-- === 0) {
      append(out, s.slice(i));
      return out;
    }
    const start = i;
    while (i < n && !space(s.charCodeAt(i))) i++;
    append(out, s.slice(start, i));
  }
}

/** Splits at runs of whitespace from the right, at most `max` times (negative: no limit). */
export function rsplitSpace(s: string, max: number, space: UnitTest = isSpace): string[] {
  const out: string[] = [];
  let i = s.length;
  for (;;) {
    while (i > 0 && space(s.charCodeAt(i - 1))) i--;
    if (i === 0) break;
    if (max-- === 0) {
      append(out, s.slice(0, i));
      break;
    }
    const end = i;
    while (i > 0 && !space(s.charCodeAt(i - 1))) i--;
    append(out, s.slice(i, end));
  }
  return out.reverse();
}

/** Removes the units for which `test` holds from the start. */
function trimStart(s: string, test: UnitTest): string {
  let i = 0;
  while (i < s.length && test(s.charCodeAt(i))) i++;
  return i === 0 ? s : s.slice(i);
}

/** Removes the units for which `test` holds from the end. */
function trimEnd(s: string, test: UnitTest): string {
  let n = s.length;
  while (n > 0 && test(s.charCodeAt(n - 1))) n--;
  return n === s.length ? s : s.slice(0, n);
}

/** Which ends `strip`, `lstrip` and `rstrip` work on. */
export type Ends = 'both' | 'left' | 'right';

/** Removes characters of the set `chars` (whitespace if undefined) from the ends. */
export function strip(s: string, chars: string | undefined, ends: Ends, space: UnitTest = isSpace): string {
  let test: UnitTest = space;
  if (chars !== undefined) {
    if (hasSurrogates(chars)) return stripPoints(s, chars, ends);
    test = (unit) => chars.includes(String.fromCharCode(unit));
  }
  if (ends !== 'right') s = trimStart(s, test);
  return ends === 'left' ? s : trimEnd(s, test);
}

/** Strips by code points, for sets beyond the Basic Multilingual Plane. */
function stripPoints(s: string, chars: string, ends: Ends): string {
  const set = new Set(codePoints(chars));
  checkItems(s.length);
  const points = [...s];
  let start = 0;
  let end = points.length;
  if (ends !== 'right') while (start < end && set.has(points[start]!.codePointAt(0)!)) start++;
  if (ends !== 'left') while (end > start && set.has(points[end - 1]!.codePointAt(0)!)) end--;
  return points.slice(start, end).join('');
}

/** The line boundaries of str: reference of `str.splitlines`. */
export function isStrLineBreak(c: number): boolean {
  return (c >= 10 && c <= 13) || (c >= 0x1c && c <= 0x1e) || c === 0x85 || c === 0x2028 || c === 0x2029;
}

/** The line boundaries of bytes. */
export function isByteLineBreak(c: number): boolean {
  return c === 10 || c === 13;
}

/** Splits into lines; `\r\n` is one boundary. */
export function splitLines(s: string, keepEnds: boolean, isBreak: UnitTest): string[] {
  const out: string[] = [];
  const n = s.length;
  for (let i = 0; i < n; ) {
    const start = i;
    while (i < n && !isBreak(s.charCodeAt(i))) i++;
    const end = i;
    if (i < n) {
      i++;
      if (s.charCodeAt(end) === 13 && s.charCodeAt(i) === 10) i++;
    }
    append(out, s.slice(start, keepEnds ? i : end));
  }
  return out;
}

/** Replaces up to `max` occurrences (negative: all) of `old`; an empty `old` is found around every code point. */
export function replaceText(s: string, old: string, by: string, max: number): string {
  if (max === 0 || old === by) return s;
  if (old === '') return interleave(s, by, max);
  if (max < 0 && s.length >= MOST.growing && !hasSurrogates(old)) return s.replaceAll(old, () => by);
  if (max < 0) return s.includes(old) ? splitAt(s, old, -1).join(by) : s;
  return splitAt(s, old, max).join(by);
}

/** Puts `by` before the first `max` code points (negative: all) and, if not used up, at the end. */
function interleave(s: string, by: string, max: number): string {
  checkItems(s.length);
  const points = hasSurrogates(s) ? [...s] : s.split('');
  if (max < 0 || max > points.length) return by + points.map((p) => p + by).join('');
  const head = points.slice(0, max).map((p) => by + p);
  return head.join('') + points.slice(max).join('');
}

/** Replaces tabs by spaces up to the next column divisible by `size`. */
export function expandTabs(s: string, size: number): string {
  if (!s.includes('\t')) return s;
  let column = 0;
  let out = '';
  for (const c of s) {
    if (c === '\t') {
      if (size > 0) {
        const n = size - (column % size);
        column += n;
        checkText(out.length + n);
        out += ' '.repeat(n);
      }
    } else {
      column = c === '\n' || c === '\r' ? 0 : column + 1;
      out += c;
    }
  }
  return out;
}
