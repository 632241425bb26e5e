/**
 * The codecs `unicode_escape` and `raw_unicode_escape`: text as the inside of a string literal.
 *
 * `\N{name}` needs the Unicode name database, which is not included: decoding one reports the name
 * as unknown.
 */
import { asBuffer } from './utf.ts';
import { valueError } from '../../objects/core/exceptions.ts';
import { handleDecode } from './codec-errors.ts';
import { codePoints } from './code-points.ts';
import { backslashEscape } from '../../text/repr.ts';

/** Escapes a text; `raw` keeps Latin-1 characters as they are. */
export function encodeEscapes(s: string, raw: boolean): Uint8Array {
  let out = '';
  for (const c of codePoints(s)) {
    if (raw) out += c < 256 ? String.fromCharCode(c) : backslashEscape(c);
    else if (c === 9) out += '\\t';
    else if (c === 10) out += '\\n';
    else if (c === 13) out += '\\r';
    else if (c === 0x5c) out += '\\\\';
    else out += c >= 32 && c < 127 ? String.fromCharCode(c) : backslashEscape(c);
  }
  return new Uint8Array(Buffer.from(out, 'latin1'));
}

const SIMPLE = new Map([
  ['\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['b', '\b'],
  ['f', '\f'],
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['v', '\v'],
  ['a', '\x07'],
]);
const DIGITS = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);
const TRUNCATED = new Map([
  ['x', 'truncated \\xXX escape'],
  ['u', 'truncated \\uXXXX escape'],
  ['U', 'truncated \\UXXXXXXXX escape'],
]);

/** Resolves escapes in Latin-1 text. Throws UnicodeDecodeError, unless `errors` handles it. */
export function decodeEscapes(data: Uint8Array, errors: string, raw: boolean): string {
  const s = asBuffer(data).toString('latin1');
  const encoding = raw ? 'rawunicodeescape' : 'unicodeescape';
  const parts: string[] = [];
  let i = 0;
  while (i < s.length) {
    const backslash = s.indexOf('\\', i);
    if (backslash < 0) break;
    parts.push(s.slice(i, backslash));
    i = backslash;
    const c = s.charAt(i + 1);
    let problem: [number, string] | null = null;
    if (raw && c !== 'u' && c !== 'U') {
      parts.push(c === '' ? '\\' : `\\${c}`);
      i += c === '' ? 1 : 2;
    } else if (c === '') problem = [i + 1, '\\ at end of string'];
    else if (SIMPLE.has(c)) {
      parts.push(SIMPLE.get(c)!);
      i += 2;
    } else if (c >= '0' && c <= '7') {
      const digits = /^[0-7]{1,3}/.exec(s.slice(i + 1, i + 4))![0];
      parts.push(String.fromCharCode(Number.parseInt(digits, 8)));
      i += 1 + digits.length;
    } else if (DIGITS.has(c)) {
      const n = DIGITS.get(c)!;
      const hex = /^[0-9a-fA-F]*/.exec(s.slice(i + 2, i + 2 + n))![0];
      const value = Number.parseInt(hex, 16);
      if (hex.length < n) problem = [i + 2 + hex.length, TRUNCATED.get(c)!];
      else if (value > 0x10ffff) problem = [i + 2 + n, raw ? '\\Uxxxxxxxx out of range' : 'illegal Unicode character'];
      else {
        parts.push(String.fromCodePoint(value));
        i += 2 + n;
      }
    } else if (c === 'N') {
      const name = /^\{[^}]+\}/.exec(s.slice(i + 2));
      problem =
        name === null
          ? [s[i + 2] !== '{' ? i + 2 : s[i + 3] === '}' ? i + 3 : s.length, 'malformed \\N character escape']
          : [i + 2 + name[0].length, 'unknown Unicode character name'];
    } else {
      parts.push(`\\${c}`);
      i += 2;
    }
    if (problem !== null) {
      const reply = handleDecode(errors, encoding, data, i, problem[0], problem[1]);
      parts.push(reply.text);
      i = reply.next;
    }
  }
  parts.push(s.slice(i));
  return parts.join('');
}

/** Resolves the escapes of a bytes literal (`_codecs.escape_decode`). Throws ValueError. */
export function parseByteEscapes(data: Uint8Array, errors: string): Uint8Array {
  const s = asBuffer(data).toString('latin1');
  const out = s.replace(
    /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|x([0-9a-fA-F]?)|(\n|[\\'"bftnrva])|$)/g,
    (
      whole,
      octal: string | undefined,
      hex: string | undefined,
      short: string | undefined,
      simple: string | undefined,
      at: number,
    ) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (simple !== undefined) return SIMPLE.get(simple)!;
      if (short === undefined) return valueError('Trailing \\ in string');
      if (errors === 'strict') valueError(`invalid \\x escape at position ${at}`);
      if (errors !== 'replace' && errors !== 'ignore')
        valueError(`decoding error; unknown error handling code: ${errors}`);
      return errors === 'replace' ? '?' : whole.slice(whole.length);
    },
  );
  return new Uint8Array(Buffer.from(out, 'latin1'));
}
