/**
 * What number and string literals mean.
 *
 * A string without a backslash, or a raw one, is its text. Escapes follow CPython's decoders
 * (`unicode-escape` for str, its sibling for bytes); their error messages give byte positions in
 * the buffer that CPython builds for the decoder, in which every character beyond ASCII has become
 * ten bytes (`\UXXXXXXXX`), so `EscapeError` positions are counted in that buffer.
 */
import {
  ConstBytes,
  ConstComplex,
  ConstFloat,
  type Const,
  ConstText,
  type Text,
  pointsOf,
} from '../../bytecode/code.ts';
import { undecodable } from '../source/source.ts';
import { lookupName } from '../../text/character-names.ts';

/** A literal whose escapes cannot be decoded; `message` is the text after "SyntaxError: ". */
export class EscapeError {
  constructor(readonly message: string) {}
}

/** The value of a string literal and the first escape Python does not know, e.g. `d` of `\d`; `''` = none. */
interface DecodedString {
  value: Text;
  invalid: string;
}

/** Returns the number of quotes before the text of the string literal at `start`, and where they begin. */
function quotesAt(source: string, start: number, end: number): { open: number; size: 1 | 3 } {
  let open = start;
  while (source.charCodeAt(open) !== 34 && source.charCodeAt(open) !== 39) open++;
  const quote = source.charCodeAt(open);
  const triple = end - open >= 6 && source.charCodeAt(open + 1) === quote && source.charCodeAt(open + 2) === quote;
  return { open, size: triple ? 3 : 1 };
}

/**
 * Returns the value of the STRING token `source[start, end)`: a string, or `ConstBytes`.
 *
 * `onInvalid` is told of the first unknown escape. Throws `EscapeError`.
 */
export function stringValue(
  source: string,
  start: number,
  end: number,
  onInvalid: (invalid: string) => void,
): Text | ConstBytes {
  const { open, size } = quotesAt(source, start, end);
  let raw = false;
  let bytes = false;
  for (let i = start; i < open; i++) {
    const letter = source.charCodeAt(i) | 32;
    if (letter === 114) raw = true;
    else if (letter === 98) bytes = true;
  }
  const body = source.slice(open + size, end - size);
  if (bytes) {
    if (/[^\0-\x7f]/.test(body)) throw new EscapeError('bytes can only contain ASCII literal characters');
    return new ConstBytes(bytesValue(body, raw, onInvalid));
  }
  if (raw || !body.includes('\\')) {
    refuseUndecodable(body, 0, body.length);
    return body;
  }
  const { value, invalid } = decodeEscapes(body);
  if (invalid !== '') onInvalid(invalid);
  return value;
}

/** Returns the value of a bytes literal's text. */
function bytesValue(body: string, raw: boolean, onInvalid: (invalid: string) => void): Uint8Array {
  const out = new Uint8Array(body.length);
  let length = 0;
  let invalid = '';
  for (let i = 0; i < body.length; ) {
    const c = body.charCodeAt(i++);
    if (c !== 92 || raw) {
      out[length++] = c;
      continue;
    }
    const simple = simpleEscape(body.charCodeAt(i));
    if (simple !== -2) {
      i++;
      if (simple >= 0) out[length++] = simple;
    } else if (isOctal(body.charCodeAt(i))) {
      const digits = octalDigits(body, i);
      const value = Number.parseInt(digits, 8);
      if (value > 0o377 && invalid === '') invalid = digits;
      out[length++] = value & 0xff;
      i += digits.length;
    } else if (body[i] === 'x') {
      const digits = body.slice(i + 1, i + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(digits))
        throw new EscapeError(`(value error) invalid \\x escape at position ${i - 1}`);
      out[length++] = Number.parseInt(digits, 16);
      i += 3;
    } else {
      if (invalid === '') invalid = body[i]!;
      out[length++] = 92;
    }
  }
  if (invalid !== '') onInvalid(invalid);
  return out.slice(0, length);
}

/** Throws the `EscapeError` of bytes that are no UTF-8 in a part of a literal. */
function refuseUndecodable(text: string, start: number, end: number): void {
  const message = undecodable(text, start, end);
  if (message !== null) throw new EscapeError(message);
}

/** Decodes the escapes of a str literal. Throws `EscapeError`. */
export function decodeEscapes(body: string): DecodedString {
  for (const run of body.matchAll(/[^\0-\x7f]+/g)) refuseUndecodable(run[0], 0, run[0].length);
  let value = '';
  // Characters before a pair of surrogates that is to stay two.
  const before: number[] = [];
  let invalid = '';
  // Bytes of CPython's buffer minus code units here, up to `from`.
  let shift = 0;
  let from = 0;
  for (let at = body.indexOf('\\'); at >= 0; at = body.indexOf('\\', from)) {
    value += body.slice(from, at);
    shift += widened(body, from, at);
    let i = at + 1;
    const c = body.charCodeAt(i);
    const simple = simpleEscape(c);
    if (simple !== -2) {
      i++;
      if (simple >= 0) value += String.fromCharCode(simple);
    } else if (isOctal(c)) {
      const digits = octalDigits(body, i);
      const code = Number.parseInt(digits, 8);
      if (code > 0o377 && invalid === '') invalid = digits;
      value += String.fromCharCode(code);
      i += digits.length;
    } else if (c === 120 || c === 117 || c === 85) {
      const count = c === 120 ? 2 : c === 117 ? 4 : 8;
      i++;
      const first = i;
      while (i < first + count && /[0-9a-fA-F]/.test(body[i] ?? '')) i++;
      if (i < first + count) throw escapeError(at + shift, i + shift, TRUNCATED[count]!);
      const code = Number.parseInt(body.slice(first, i), 16);
      if (code > 0x10ffff) throw escapeError(at + shift, i + shift, 'illegal Unicode character');
      if (code >> 10 === LOW && value.charCodeAt(value.length - 1) >> 10 === HIGH) {
        before.push(...pointsOf(value));
        value = '';
      }
      value += String.fromCodePoint(code);
    } else if (c === 78) {
      i++;
      if (body[i] !== '{') throw escapeError(at + shift, i + shift, MALFORMED);
      const first = i + 1;
      const close = body.indexOf('}', first);
      const end = close < 0 ? body.length : close;
      const wide = widened(body, first, end);
      if (close < 0 || close === first) throw escapeError(at + shift, end + shift + wide, MALFORMED);
      const code = lookupName(body.slice(first, close));
      i = close + 1;
      if (code < 0) throw escapeError(at + shift, i + shift + wide, 'unknown Unicode character name');
      value += String.fromCodePoint(code);
    } else {
      // A backslash before a character beyond ASCII, or at the end of a piece of an f-string, stays silently.
      if (c < 0x80 && invalid === '') invalid = body[i]!;
      else if (!(c < 0x80)) shift += 5;
      value += '\\';
    }
    from = i;
  }
  const rest = value + body.slice(from);
  return { value: before.length === 0 ? rest : new ConstText([...before, ...pointsOf(rest)]), invalid };
}

/** What the halves of surrogate pairs have in their upper bits. */
const HIGH = 0x36;
const LOW = 0x37;

const MALFORMED = 'malformed \\N character escape';
const TRUNCATED: Record<number, string> = {
  2: 'truncated \\xXX escape',
  4: 'truncated \\uXXXX escape',
  8: 'truncated \\UXXXXXXXX escape',
};

/** Makes the error of an escape at [start, end) of CPython's buffer. */
function escapeError(start: number, end: number, reason: string): EscapeError {
  const where = end - start === 1 ? `byte 0x5c in position ${start}` : `bytes in position ${start}-${end - 1}`;
  return new EscapeError(`(unicode error) 'unicodeescape' codec can't decode ${where}: ${reason}`);
}

/** Returns by how much CPython's buffer is longer than the code units of `text` in [from, to). */
function widened(text: string, from: number, to: number): number {
  let extra = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) extra += unit >= 0xd800 && unit <= 0xdfff ? 4 : 9;
  }
  return extra;
}

/** Returns the code an escape letter stands for, -1 for an escaped newline, -2 for any other character. */
function simpleEscape(c: number): number {
  switch (c) {
    case 10:
      return -1;
    case 92:
    case 39:
    case 34:
      return c;
    case 98:
      return 8;
    case 102:
      return 12;
    case 116:
      return 9;
    case 110:
      return 10;
    case 114:
      return 13;
    case 118:
      return 11;
    case 97:
      return 7;
  }
  return -2;
}

/** Tells whether a character code is an octal digit. */
function isOctal(c: number): boolean {
  return c >= 48 && c <= 55;
}

/** Returns the one to three octal digits at `at`. */
function octalDigits(text: string, at: number): string {
  let end = at + 1;
  while (end < at + 3 && isOctal(text.charCodeAt(end))) end++;
  return text.slice(at, end);
}

/**
 * Returns the value of a NUMBER token. `maxDigits` (0 = no limit) is `sys.get_int_max_str_digits()`.
 *
 * Throws `EscapeError` for a decimal int of more digits.
 */
export function numberValue(token: string, maxDigits: number): Const {
  const text = token.includes('_') ? token.replaceAll('_', '') : token;
  const last = text.charCodeAt(text.length - 1) | 32;
  const prefix = text.length > 1 ? text.charCodeAt(1) | 32 : 0;
  if (text.charCodeAt(0) === 48 && (prefix === 120 || prefix === 111 || prefix === 98)) return integer(text);
  if (last === 106) return new ConstComplex(0, Number(text.slice(0, -1)));
  // The tokenizer lets `01` pass before a keyword that begins with e; CPython then reads it as a float.
  if (/[.eE]|^0+[1-9]/.test(text)) return new ConstFloat(Number(text));
  const digits = text.length;
  if (digits > maxDigits && maxDigits > 0) {
    throw new EscapeError(
      `Exceeds the limit (${maxDigits} digits) for integer string conversion: value has ${digits} digits; ` +
        'use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals ' +
        'to avoid decimal conversion limits.',
    );
  }
  return integer(text);
}

/** Returns an int as a number if that is exact, else as a bigint. */
function integer(text: string): number | bigint {
  const value = Number(text);
  return value <= Number.MAX_SAFE_INTEGER ? value : BigInt(text);
}
