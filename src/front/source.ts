/**
 * Bytes to text: the byte order mark, the encoding cookie of PEP 263, and line ends.
 *
 * Without a cookie CPython does not decode the source as a whole but each name and string by itself,
 * so bytes that are no UTF-8 are allowed in comments. They become lone surrogates (as with the
 * `surrogateescape` handler) here; a token that holds one is an error.
 */
import { PythonSyntaxError } from './errors.ts';

/** Decodes bytes in an encoding this file does not know; null = neither does the caller. */
export type Decoder = (bytes: Uint8Array, encoding: string) => string | null;

const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK = /^[ \t\f]*(?:#.*)?$/;

/** Fails without a place, as CPython does before there is a tokenizer. */
function noPlace(filename: string, message: string): PythonSyntaxError {
  return new PythonSyntaxError('SyntaxError', message, filename, 0, -1, null, null, null);
}

/** Returns the text of a source in bytes. Throws `PythonSyntaxError` for a cookie it cannot follow. */
export function decodeSource(bytes: Uint8Array, filename: string, decoder?: Decoder): string {
  const bom = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = bom ? bytes.subarray(3) : bytes;
  const cookie = findCookie(body);
  if (cookie === null) return decodeUtf8(body);
  const encoding = normalEncoding(cookie);
  if (bom && encoding !== 'utf-8') throw noPlace(filename, `encoding problem: ${encoding} with BOM`);
  if (encoding === 'utf-8') return decodeUtf8(body);
  if (encoding === 'iso-8859-1') return Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1');
  if (encoding === 'ascii' || encoding === 'us-ascii') return decodeAscii(body, filename);
  const text = decoder?.(body, encoding) ?? decodeByHost(body, encoding);
  if (text === null) throw noPlace(filename, `unknown encoding: ${encoding}`);
  return text;
}

/** Returns the encoding named in the first two lines, or null. */
function findCookie(bytes: Uint8Array): string | null {
  let start = 0;
  for (let line = 0; line < 2 && start < bytes.length; line++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
    const found = COOKIE.exec(text);
    if (found !== null) return found[1]!;
    if (!BLANK.test(text)) return null;
    start = bytes[end] === 13 && bytes[end + 1] === 10 ? end + 2 : end + 1;
  }
  return null;
}

/** Returns the name CPython's tokenizer gives to the usual spellings of UTF-8 and Latin-1. */
function normalEncoding(name: string): string {
  const short = name.slice(0, 12).toLowerCase().replaceAll('_', '-');
  if (short === 'utf-8' || short.startsWith('utf-8-')) return 'utf-8';
  if (/^(latin-1|iso-8859-1|iso-latin-1)(-|$)/.test(short)) return 'iso-8859-1';
  return name;
}

function decodeAscii(bytes: Uint8Array, filename: string): string {
  const bad = bytes.findIndex((byte) => byte >= 0x80);
  if (bad >= 0) {
    const hex = bytes[bad]!.toString(16);
    throw noPlace(filename, `'ascii' codec can't decode byte 0x${hex} in position ${bad}: ordinal not in range(128)`);
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

function decodeByHost(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  if (!text.includes('\ufffd')) return text;
  let out = '';
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    if (length === 0) out += String.fromCharCode(0xdc00 + bytes[i++]!);
    else {
      out += Buffer.from(bytes.buffer, bytes.byteOffset + i, length).toString('utf8');
      i += length;
    }
  }
  return out;
}

/** Returns the length of the UTF-8 sequence at `i`, 0 where there is none. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const b = bytes[i]!;
  if (b < 0x80) return 1;
  const length = b < 0xc2 ? 0 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : b < 0xf5 ? 4 : 0;
  if (length === 0) return 0;
  const second = bytes[i + 1] ?? 0;
  if ((b === 0xe0 && second < 0xa0) || (b === 0xed && second >= 0xa0)) return 0;
  if ((b === 0xf0 && second < 0x90) || (b === 0xf4 && second >= 0x90)) return 0;
  for (let k = 1; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** Returns the text with '\n' line ends. */
export function normalLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
