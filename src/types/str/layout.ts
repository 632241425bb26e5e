/**
 * Methods of str that pad, expand tabs or map characters, and `str.maketrans`.
 */
import type { PyValue } from '../../objects/core/object.ts';
import { None, type PyStrSub, intOf, strOf, strType, typeOf } from '../../objects/core/values.ts';
import { PyDict, dictType } from '../../objects/core/dict.ts';
import { defMethods, defStaticMethods } from '../../objects/core/builtin.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { getItem } from '../../protocol/subscript.ts';
import { isRaised } from '../../objects/slots/iterate.ts';
import { codePoints, ord, strLength, textOf } from './code-points.ts';
import { cIntArg, sizeArg, strArg } from './arguments.ts';
import { expandTabs } from './split.ts';
import { checkText } from '../../numbers/allocation.ts';

type Text = string | PyStrSub;

/** Repeats a fill character. Throws MemoryError where the text would be too long. */
export function fillText(fill: string, n: number): string {
  checkText(n * fill.length);
  return fill.repeat(n);
}

/** Returns the fill character of a padding method. Throws TypeError. */
function fillArg(fill: PyValue | undefined): string {
  if (fill === undefined) return ' ';
  const text = strOf(fill);
  if (text === undefined) typeError(`The fill character must be a unicode character, not ${typeOf(fill).name}`);
  return strLength(text) === 1 ? text : typeError('The fill character must be exactly one character long');
}

/** Puts `fill` around a text; of `pad` characters `left(pad, width)` go before it. */
function pad(
  self: Text,
  width: PyValue,
  fill: PyValue | undefined,
  left: (pad: number, width: number) => number,
): string {
  const s = textOf(self);
  const w = sizeArg(width, 0);
  const c = fillArg(fill);
  const n = w - strLength(s);
  if (n <= 0) return s;
  const before = left(n, w);
  return fillText(c, before) + s + fillText(c, n - before);
}

/** Returns how much of `n` characters of padding `center` puts on the left. */
export function centerLeft(n: number, width: number): number {
  return Math.floor(n / 2) + (n & width & 1);
}

/** Pads a number in text form with zeros after its sign. */
export function zeroFill(s: string, length: number, width: number): string {
  const n = width - length;
  if (n <= 0) return s;
  const sign = s.startsWith('+') || s.startsWith('-') ? 1 : 0;
  return s.slice(0, sign) + fillText('0', n) + s.slice(sign);
}

/** Maps one code point through a translation table; the code point itself where the table has nothing. */
function translateOne(table: PyValue, c: number): string {
  let r: PyValue;
  try {
    r = getItem(table, c);
  } catch (e) {
    if (isRaised(e, 'LookupError')) return String.fromCodePoint(c);
    throw e;
  }
  if (r === None) return '';
  const text = strOf(r);
  if (text !== undefined) return text;
  const n = intOf(r);
  if (n === undefined) typeError('character mapping must return integer, None or str');
  if (typeof n === 'bigint' || n < 0 || n > 0x10ffff) valueError('character mapping must be in range(0x110000)');
  return String.fromCodePoint(n);
}

/** Performs `s.translate(table)`; each distinct character of a plain dict is looked up once. */
function translate(self: Text, table: PyValue): string {
  const points = codePoints(textOf(self));
  if (typeOf(table) !== dictType) return points.map((c) => translateOne(table, c)).join('');
  const known = new Map<number, string>();
  let out = '';
  for (const c of points) {
    let mapped = known.get(c);
    if (mapped === undefined) {
      mapped = translateOne(table, c);
      known.set(c, mapped);
    }
    out += mapped;
  }
  return out;
}

/** Performs `str.maketrans(x)` for a mapping. */
function tableOfDict(x: PyValue): PyDict {
  if (!(x instanceof PyDict)) typeError('if you give only one argument to maketrans it must be a dict');
  const table = new PyDict();
  for (const [key, value] of x.entries()) {
    const text = strOf(key);
    if (text !== undefined) {
      if (strLength(text) !== 1) valueError('string keys in translate table must be of length 1');
      table.set(ord(text), value);
    } else if (intOf(key) !== undefined) table.set(key, value);
    else typeError('keys in translate table must be strings or integers');
  }
  return table;
}

/** Performs `str.maketrans(x, y, z)`. */
function maketrans(x: PyValue, y?: PyValue, z?: PyValue): PyDict {
  if (y === undefined) return tableOfDict(x);
  const to = strArg(y, 'maketrans() argument 2');
  const gone = z === undefined ? '' : strArg(z, 'maketrans() argument 3');
  const from = strOf(x);
  if (from === undefined) typeError('first maketrans argument must be a string if there is a second argument');
  const sources = codePoints(from);
  const targets = codePoints(to);
  if (sources.length !== targets.length) valueError('the first two maketrans arguments must have equal length');
  const table = new PyDict();
  sources.forEach((c, i) => {
    table.set(c, targets[i]!);
  });
  for (const c of codePoints(gone)) table.set(c, None);
  return table;
}

defMethods(
  strType,
  {
    'center(width, fillchar?, /)': (self, width, fill) => pad(self, width, fill, centerLeft),
    'ljust(width, fillchar?, /)': (self, width, fill) => pad(self, width, fill, () => 0),
    'rjust(width, fillchar?, /)': (self, width, fill) => pad(self, width, fill, (n) => n),
    'zfill(width, /)': (self: Text, width: PyValue) => {
      const s = textOf(self);
      return zeroFill(s, strLength(s), sizeArg(width, 0));
    },
    'expandtabs(tabsize?)': (self: Text, size?: PyValue) => expandTabs(textOf(self), cIntArg(size, 8)),
    'translate(table, /); pure if scalar scalar; read if str table': translate,
  },
  'pure if scalar*',
);
defStaticMethods(strType, { 'maketrans(x, y?, z?, /); pure if scalar*': maketrans });
