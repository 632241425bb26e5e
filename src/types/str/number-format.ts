/**
 * Numbers through the format mini-language and C's conversions: `format(n, spec)`, `'%.3f' % x`.
 *
 * The digits come from `numbers/conversions.ts`; `layOut` is sign, prefix, grouping and padding
 * (Python/formatter_unicode.c). Grouping may insert zeros: with fill 0 and alignment = the digits are extended, with
 * separators, up to the width.
 */
import { floatRepr } from '../../numbers/float-text.ts';
import { intToString } from '../../numbers/int-text.ts';
import { overflowError, valueError } from '../../objects/core/exceptions.ts';
import { type Int, intToFloat } from '../../numbers/int-ops.ts';
import { floatToText, intDigits } from '../../numbers/conversions.ts';
import { chr } from './code-points.ts';
import { type FormatSpec, parseFormatSpec } from './format-spec.ts';

/** A number cut up for layout: `remainder` follows the digits (with its point). */
interface Parts {
  negative: boolean;
  prefix: string;
  digits: string;
  remainder: string;
}

/** Cuts the text of a float. */
function floatParts(text: string): Parts {
  const negative = text[0] === '-';
  const start = negative ? 1 : 0;
  let end = start;
  while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return { negative, prefix: '', digits: text.slice(start, end), remainder: text.slice(end) };
}

/** Puts separators between groups of digits, and zeros in front up to `width` characters. */
function group(digits: string, size: number, separator: string, width: number): string {
  if (separator === '') return digits.padStart(width, '0');
  let out = '';
  let left = digits.length;
  let need = width;
  for (let first = true; first || left > 0 || need > 0; first = false) {
    if (!first) {
      need--;
      out = separator + out;
    }
    const n = Math.min(size, Math.max(left, need, 1));
    out = digits.slice(Math.max(0, left - n), left).padStart(n, '0') + out;
    left = Math.max(0, left - n);
    need -= n;
  }
  return out;
}

/** Joins the parts of a number with the sign, grouping and padding a spec asks for. */
function layOut(p: Parts, spec: FormatSpec): string {
  const sign = p.negative ? '-' : spec.sign === '+' || spec.sign === ' ' ? spec.sign : '';
  const separator = spec.thousands;
  const fixed = sign.length + p.prefix.length + p.remainder.length;
  const size = 'boxX'.includes(spec.type) && spec.type !== '' ? 4 : 3;
  const minimum = spec.fill === '0' && spec.align === '=' ? spec.width - fixed : 0;
  const digits =
    p.digits === ''
      ? ''
      : separator === '' && minimum <= p.digits.length
        ? p.digits
        : group(p.digits, size, separator, minimum);
  const padding = spec.width - (fixed + digits.length);
  const head = sign + p.prefix;
  const body = digits + p.remainder;
  if (padding <= 0) return head + body;
  const fill = (n: number): string => spec.fill.repeat(n);
  switch (spec.align) {
    case '<':
      return head + body + fill(padding);
    case '^':
      return fill(padding >> 1) + head + body + fill(padding - (padding >> 1));
    case '=':
      return head + fill(padding) + body;
    default:
      return fill(padding) + head + body;
  }
}

/** Raises the ValueError of a conversion a type does not have. */
function unknownCode(type: string, typeName: string): never {
  const c = type.codePointAt(0)!;
  return valueError(
    `Unknown format code '${c > 32 && c < 128 ? type : `\\x${c.toString(16)}`}' for object of type '${typeName}'`,
  );
}

/** Returns `format(n, spec)` for the int value n of an object. Throws ValueError, OverflowError. */
export function formatInt(n: Int, text: string, typeName = 'int'): string {
  if (text === '' || text === 'd') return intToString(n);
  const spec = parseFormatSpec(text, typeName, 'd', '>');
  switch (spec.type) {
    case 'b':
    case 'c':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
    case 'n':
      break;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%':
      return formatFloatSpec(intToFloat(n), spec);
    default:
      return unknownCode(spec.type, typeName);
  }
  if (spec.precision >= 0) valueError('Precision not allowed in integer format specifier');
  if (spec.noNegativeZero) valueError('Negative zero coercion (z) not allowed in integer format specifier');
  if (spec.type === 'c') return formatChar(n, spec);
  const prefix = !spec.alternate || spec.type === 'd' || spec.type === 'n' ? '' : `0${spec.type}`;
  return layOut({ negative: n < 0, prefix, digits: intDigits(n, spec.type), remainder: '' }, spec);
}

/** Formats the character with code n. */
function formatChar(n: Int, spec: FormatSpec): string {
  if (spec.sign !== '') valueError("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) valueError("Alternate form (#) not allowed with integer format specifier 'c'");
  if (typeof n === 'bigint' && BigInt.asIntN(64, n) !== n) overflowError('Python int too large to convert to C long');
  if (n < 0 || n > 0x10ffff) overflowError('%c arg not in range(0x110000)');
  const text = chr(n);
  const width = spec.width + (text.length - 1);
  return layOut({ negative: false, prefix: '', digits: '', remainder: text }, { ...spec, width });
}

/** Returns `format(x, spec)` for the float value x of an object. Throws ValueError. */
export function formatFloat(x: number, text: string, typeName = 'float'): string {
  if (text === '') return floatRepr(x);
  const spec = parseFormatSpec(text, typeName, '', '>');
  switch (spec.type) {
    case '':
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%':
    case 'n':
      return formatFloatSpec(x, spec);
    default:
      return unknownCode(spec.type, typeName);
  }
}

/** Formats a float by a parsed spec whose type is one of floats'. */
function formatFloatSpec(x: number, spec: FormatSpec): string {
  checkPrecision(spec);
  const percent = spec.type === '%';
  const [type, precision] = conversion(percent ? 'f' : spec.type, spec.precision);
  const flags = { alternate: spec.alternate, noNegativeZero: spec.noNegativeZero, addDot0: spec.type === '' };
  let text = floatToText(percent ? x * 100 : x, type, precision, flags);
  if (percent) text += '%';
  if (spec.width < 0 && spec.thousands === '' && spec.sign !== '+' && spec.sign !== ' ') return text;
  return layOut(floatParts(text), spec);
}

/** Raises for a precision beyond C's int. */
function checkPrecision(spec: FormatSpec): void {
  if (spec.precision > 0x7fffffff) valueError('precision too big');
}

/** Returns the conversion and precision that a type and a precision of a spec mean. */
function conversion(type: string, precision: number): [string, number] {
  if (type === '') return precision < 0 ? ['r', 0] : ['g', precision];
  return [type === 'n' ? 'g' : type, precision < 0 ? 6 : precision];
}

/** Returns `format(complex(real, imag), spec)`. Throws ValueError. */
export function formatComplex(real: number, imag: number, text: string, typeName = 'complex'): string {
  const spec = parseFormatSpec(text, typeName, '', '>');
  if (!['', 'e', 'E', 'f', 'F', 'g', 'G', 'n'].includes(spec.type)) unknownCode(spec.type, typeName);
  checkPrecision(spec);
  if (spec.fill === '0') valueError('Zero padding is not allowed in complex format specifier');
  if (spec.align === '=') valueError("'=' alignment flag is not allowed in complex format specifier");
  const skipReal = spec.type === '' && Object.is(real, 0);
  const parens = spec.type === '' && !skipReal;
  const [type, precision] = conversion(spec.type, spec.precision);
  const flags = { alternate: spec.alternate, noNegativeZero: spec.noNegativeZero };
  const plain: FormatSpec = { ...spec, fill: ' ', align: '<', width: -1 };
  const first = skipReal ? '' : layOut(floatParts(floatToText(real, type, precision, flags)), plain);
  const second = layOut(
    floatParts(floatToText(imag, type, precision, flags)),
    skipReal ? plain : { ...plain, sign: '+' },
  );
  const body = parens ? `(${first}${second}j)` : `${first}${second}j`;
  return layOut({ negative: false, prefix: '', digits: '', remainder: body }, { ...spec, sign: '' });
}
