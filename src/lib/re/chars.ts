/**
 * Character classes of regular expressions: what `\d`, `\s`, `\w` and case-insensitive comparison mean.
 */
import { A, type Category, I, type SetItem } from './nodes.ts';
/**
 * Character classes of regular expressions: what `\d`, `\s`, `\w` and case-insensitive comparison mean.
 */

const WORD = /^[\p{L}\p{N}_]$/u;
const DIGIT = /^\p{Nd}$/u;

/** Tells whether a code point is white space for `str.isspace`. */
function isSpace(c: number): boolean {
  return (
    (c >= 9 && c <= 13) ||
    (c >= 28 && c <= 32) ||
    c === 0x85 ||
    c === 0xa0 ||
    c === 0x1680 ||
    (c >= 0x2000 && c <= 0x200a) ||
    c === 0x2028 ||
    c === 0x2029 ||
    c === 0x202f ||
    c === 0x205f ||
    c === 0x3000
  );
}

/** Tells whether a code point is in `\w`. */
export function isWord(c: number, ascii: boolean): boolean {
  if (c < 128) return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95;
  return !ascii && WORD.test(String.fromCodePoint(c));
}

/** Tells whether a code point is in a category. */
function inCategory(category: Category, c: number, ascii: boolean): boolean {
  switch (category) {
    case 'd':
      return c < 128 ? c >= 48 && c <= 57 : !ascii && DIGIT.test(String.fromCodePoint(c));
    case 'D':
      return !inCategory('d', c, ascii);
    case 's':
      return ascii ? (c >= 9 && c <= 13) || c === 32 : isSpace(c);
    case 'S':
      return !inCategory('s', c, ascii);
    case 'w':
      return isWord(c, ascii);
    case 'W':
      return !isWord(c, ascii);
  }
}

/** Returns the characters a code point equals without regard to case, itself included. */
export function caseVariants(c: number, flags: number): number[] {
  if ((flags & A) !== 0) {
    if (c >= 97 && c <= 122) return [c, c - 32];
    if (c >= 65 && c <= 90) return [c, c + 32];
    return [c];
  }
  const ch = String.fromCodePoint(c);
  const out = new Set([c]);
  for (const v of [
    ch.toLowerCase(),
    ch.toUpperCase(),
    ch.toLowerCase().toUpperCase(),
    ch.toUpperCase().toLowerCase(),
  ]) {
    if ([...v].length === 1) out.add(v.codePointAt(0)!);
  }
  for (const group of EQUAL) if (group.some((g) => out.has(g))) for (const g of group) out.add(g);
  return [...out];
}

/** Letters equal without regard to case that plain case conversion does not connect (Lib/re/_casefix.py). */
const EQUAL: readonly (readonly number[])[] = [
  [0x69, 0x131, 0x130],
  [0x6b, 0x212a],
  [0xe5, 0x212b],
  [0x3c9, 0x2126],
  [0xdf, 0x1e9e],
  [0x73, 0x17f],
  [0xb5, 0x3bc],
  [0x345, 0x3b9, 0x1fbe],
  [0x390, 0x1fd3],
  [0x3b0, 0x1fe3],
  [0x3b2, 0x3d0],
  [0x3b5, 0x3f5],
  [0x3b8, 0x3d1, 0x3f4],
  [0x3ba, 0x3f0],
  [0x3c0, 0x3d6],
  [0x3c1, 0x3f1],
  [0x3c2, 0x3c3],
  [0x3c6, 0x3d5],
  [0x1e61, 0x1e9b],
  [0xfb05, 0xfb06],
];

/** Tells whether a code point is in a set. */
export function inSet(items: readonly SetItem[], neg: boolean, c: number, flags: number): boolean {
  const ascii = (flags & A) !== 0;
  const has = (x: number): boolean =>
    items.some((i) => ('category' in i ? inCategory(i.category, x, ascii) : x >= i.lo && x <= i.hi));
  const found = (flags & I) !== 0 ? caseVariants(c, flags).some(has) : has(c);
  return found !== neg;
}
