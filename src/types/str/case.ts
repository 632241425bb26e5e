/**
 * Case conversion and classification of str.
 *
 * ASCII (and for conversion Latin-1) text is left to JS, whose answers are fixed there; everything
 * else goes through the tables of CPython's Unicode version. Source of the algorithms: the Unicode
 * Standard, section 3.13, as CPython applies it: full mappings, the final sigma rule, title case by
 * runs of cased characters rather than word boundaries.
 */
import type { PyValue } from '../../objects/core/object.ts';
import { type PyStrSub, strType } from '../../objects/core/values.ts';
import { defMethods } from '../../objects/core/builtin.ts';
import { codePoints, isAsciiText, isLatin1Text, textOf } from './code-points.ts';
import {
  decimalValue,
  digitValue,
  isAlpha,
  isCaseIgnorable,
  isCased,
  isIdContinue,
  isIdStart,
  isLower,
  isNumeric,
  isPrintable,
  isSpace,
  isTitle,
  isUpper,
  toFold,
  toLower,
  toTitle,
  toUpper,
} from '../../text/unicode-data.ts';

const SIGMA = 0x3a3;

/** Maps the code point at index `i` to lower case, with the rule for a sigma at the end of a word. */
function lowerAt(points: readonly number[], i: number): string {
  const c = points[i]!;
  if (c !== SIGMA) return toLower(c);
  let j = i - 1;
  while (j >= 0 && isCaseIgnorable(points[j]!)) j--;
  if (j < 0 || !isCased(points[j]!)) return 'σ';
  j = i + 1;
  while (j < points.length && isCaseIgnorable(points[j]!)) j++;
  return j === points.length || !isCased(points[j]!) ? 'ς' : 'σ';
}

/** Returns `s.lower()`. */
function lower(s: string): string {
  if (isLatin1Text(s)) return s.toLowerCase();
  const points = codePoints(s);
  return points.map((_, i) => lowerAt(points, i)).join('');
}

/** Returns `s.upper()`. */
function upper(s: string): string {
  return isLatin1Text(s) ? s.toUpperCase() : codePoints(s).map(toUpper).join('');
}

/** Returns `s.casefold()`. */
function casefold(s: string): string {
  return isAsciiText(s) ? s.toLowerCase() : codePoints(s).map(toFold).join('');
}

/** Returns `s.capitalize()`. */
function capitalize(s: string): string {
  if (s === '') return s;
  if (isAsciiText(s)) return s.charAt(0).toUpperCase() + s.slice(1).toLowerCase();
  const points = codePoints(s);
  return points.map((c, i) => (i === 0 ? toTitle(c) : lowerAt(points, i))).join('');
}

/** Returns `s.title()`. */
function title(s: string): string {
  const points = codePoints(s);
  let afterCased = false;
  return points
    .map((c, i) => {
      const mapped = afterCased ? lowerAt(points, i) : toTitle(c);
      afterCased = isCased(c);
      return mapped;
    })
    .join('');
}

/** Returns `s.swapcase()`. */
function swapcase(s: string): string {
  const points = codePoints(s);
  return points
    .map((c, i) => (isUpper(c) ? lowerAt(points, i) : isLower(c) ? toUpper(c) : String.fromCodePoint(c)))
    .join('');
}

/** Tells whether a text is not empty and `test` holds for all code points. */
function all(s: string, test: (c: number) => boolean): boolean {
  if (s === '') return false;
  for (let i = 0; i < s.length; i++) {
    const c = s.codePointAt(i)!;
    if (!test(c)) return false;
    if (c > 0xffff) i++;
  }
  return true;
}

/** Tells whether some code point is cased and none is of the other case or title case. */
function allCased(s: string, wanted: (c: number) => boolean, other: (c: number) => boolean): boolean {
  let found = false;
  for (const c of codePoints(s)) {
    if (other(c) || isTitle(c)) return false;
    if (!found && wanted(c)) found = true;
  }
  return found;
}

/** Tells whether upper and title case characters only follow uncased ones and lower case ones only cased ones. */
function isTitled(s: string): boolean {
  let found = false;
  let afterCased = false;
  for (const c of codePoints(s)) {
    if (isUpper(c) || isTitle(c)) {
      if (afterCased) return false;
      afterCased = true;
      found = true;
    } else if (isLower(c)) {
      if (!afterCased) return false;
      found = true;
    } else afterCased = false;
  }
  return found;
}

/** Tells whether a text is an identifier in the sense of the lexical reference. */
function isIdentifier(s: string): boolean {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(s)) return true;
  const points = codePoints(s);
  return points.length > 0 && isIdStart(points[0]!) && points.every(isIdContinue);
}

type Text = string | PyStrSub;

/** Makes a method of a function on text. */
function on(f: (s: string) => PyValue): (self: Text) => PyValue {
  return (self) => f(textOf(self));
}

defMethods(
  strType,
  {
    'lower()': on(lower),
    'upper()': on(upper),
    'casefold()': on(casefold),
    'capitalize()': on(capitalize),
    'title()': on(title),
    'swapcase()': on(swapcase),
    'isalpha()': on((s) => all(s, isAlpha)),
    'isalnum()': on((s) => all(s, (c) => isAlpha(c) || isNumeric(c))),
    'isascii()': on(isAsciiText),
    'isdecimal()': on((s) => all(s, (c) => decimalValue(c) >= 0)),
    'isdigit()': on((s) => all(s, (c) => digitValue(c) >= 0)),
    'isnumeric()': on((s) => all(s, isNumeric)),
    'isidentifier()': on(isIdentifier),
    'islower()': on((s) => allCased(s, isLower, isUpper)),
    'isupper()': on((s) => allCased(s, isUpper, isLower)),
    'istitle()': on(isTitled),
    'isspace()': on((s) => all(s, isSpace)),
    'isprintable()': on((s) => s === '' || all(s, isPrintable)),
  },
  'pure',
);
