/** The text of repr() for constants: listings, messages and annotations show it. */
import {
  CodeObject,
  type Const,
  ConstBytes,
  ConstComplex,
  ConstEllipsis,
  ConstFloat,
  ConstFrozenSet,
  ConstTuple,
  ConstText,
  type Text,
  pointsOf,
} from './code.ts';

/** Returns repr() of a float. */
function floatRepr(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf';
  if (Object.is(x, -0)) return '-0.0';
  const [digits, exponent] = x.toExponential().split('e') as [string, string];
  const exp = Number(exponent);
  if (exp < -4 || exp >= 16) return `${digits}e${exp < 0 ? '-' : '+'}${String(Math.abs(exp)).padStart(2, '0')}`;
  const text = decimal(x);
  return text.includes('.') ? text : `${text}.0`;
}

/** Returns the shortest decimal digits of a float without an exponent. */
function decimal(x: number): string {
  const text = String(Math.abs(x));
  const sign = x < 0 ? '-' : '';
  const at = text.indexOf('e');
  if (at < 0) return sign + text;
  const digits = text.slice(0, at).replace('.', '');
  const exp = Number(text.slice(at + 1));
  return exp < 0 ? `${sign}0.${'0'.repeat(-exp - 1)}${digits}` : sign + digits.padEnd(exp + 1, '0');
}

/** Returns the part of a complex number's repr for one component. */
const complexPart = (x: number): string => floatRepr(x).replace(/\.0$/, '');

/** Returns repr() of a complex number. */
function complexRepr(re: number, im: number): string {
  const imag = complexPart(im);
  if (re === 0 && !Object.is(re, -0)) return `${imag}j`;
  return `(${complexPart(re)}${imag.startsWith('-') ? '' : '+'}${imag}j)`;
}

const ESCAPES = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** Returns the quote that repr() uses for a text. */
const quoteFor = (text: string): string => (text.includes("'") && !text.includes('"') ? '"' : "'");

/** Returns repr() of a str. */
export function stringRepr(text: Text): string {
  const quote = quoteFor(typeof text === 'string' ? text : text.merged);
  let out = quote;
  for (const code of pointsOf(text)) {
    const ch = String.fromCodePoint(code);
    const escaped = ESCAPES.get(ch);
    if (escaped !== undefined) out += escaped;
    else if (ch === quote) out += `\\${ch}`;
    else if (ch === ' ' || !/[\p{C}\p{Z}]/u.test(ch)) out += ch;
    else if (code < 0x100) out += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (code < 0x10000) out += `\\u${code.toString(16).padStart(4, '0')}`;
    else out += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return out + quote;
}

/** Returns repr() of a bytes. */
function bytesRepr(value: Uint8Array): string {
  let text = '';
  for (const b of value) text += String.fromCharCode(b);
  const quote = quoteFor(text);
  let out = `b${quote}`;
  for (const ch of text) {
    const code = ch.charCodeAt(0);
    const escaped = ESCAPES.get(ch);
    if (escaped !== undefined) out += escaped;
    else if (ch === quote) out += `\\${ch}`;
    else if (code >= 32 && code < 127) out += ch;
    else out += `\\x${code.toString(16).padStart(2, '0')}`;
  }
  return out + quote;
}

/** Returns repr() of a constant. */
export function constRepr(c: Const): string {
  if (c === null) return 'None';
  switch (typeof c) {
    case 'boolean':
      return c ? 'True' : 'False';
    case 'number':
    case 'bigint':
      return String(c);
    case 'string':
      return stringRepr(c);
  }
  if (c instanceof ConstText) return stringRepr(c);
  if (c instanceof ConstFloat) return floatRepr(c.value);
  if (c instanceof ConstComplex) return complexRepr(c.real, c.imag);
  if (c instanceof ConstBytes) return bytesRepr(c.value);
  if (c instanceof ConstEllipsis) return 'Ellipsis';
  if (c instanceof ConstTuple) {
    return c.items.length === 1 ? `(${constRepr(c.items[0]!)},)` : `(${c.items.map(constRepr).join(', ')})`;
  }
  if (c instanceof ConstFrozenSet) {
    return c.items.length === 0 ? 'frozenset()' : `frozenset({${c.items.map(constRepr).join(', ')}})`;
  }
  if (c instanceof CodeObject) {
    const address = c.id.toString(16).padStart(12, '0');
    return `<code object ${c.name} at 0x${address}, file "${c.filename}", line ${c.firstlineno}>`;
  }
  return `slice(${constRepr(c.start)}, ${constRepr(c.stop)}, ${constRepr(c.step)})`;
}
