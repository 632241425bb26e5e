/**
 * The order of texts: by code points, where JS has that of UTF-16 units, in which surrogates come before
 * U+E000 to U+FFFF.
 */
const SURROGATE = /[\ud800-\udfff]/;

/** Compares by code points: negative, 0 or positive. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  if (!SURROGATE.test(a) && !SURROGATE.test(b)) return a < b ? -1 : 1;
  const n = Math.min(a.length, b.length);
  let i = 0;
  while (i < n && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (i > 0 && isHigh(a.charCodeAt(i - 1)) && (isLow(a.charCodeAt(i)) || isLow(b.charCodeAt(i)))) i--;
  return (a.codePointAt(i) ?? -1) - (b.codePointAt(i) ?? -1);
}

/** Tells whether a unit is a high (leading) surrogate. */
export function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

/** Tells whether a unit is a low (trailing) surrogate. */
export function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
