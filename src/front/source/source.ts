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

/** Tells whether a source begins with the byte order mark of UTF-8. */
export function hasBom(bytes: Uint8Array): boolean {
  return bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Fails without a place, as CPython does before there is a tokenizer. */
function noPlace(filename: string, message: string): PythonSyntaxError {
  return new PythonSyntaxError('SyntaxError', message, filename, 0, -1, null, null, null);
}

/**
 * Returns the text of a source in bytes. Throws `PythonSyntaxError` for a cookie it cannot follow.
 *
 * A script (the file the interpreter is started with) is read strictly: bytes that are no UTF-8 are
 * refused wherever they stand, and an unknown encoding is worded otherwise. A cookie counts on a line that ends;
 * `endsLine` tells whether the end of the source ends one (CPython adds a newline to a module, to nothing else).
 */
export function decodeSource(
  bytes: Uint8Array,
  filename: string,
  script: boolean,
  decoder?: Decoder,
  endsLine = true,
): string {
  const bom = hasBom(bytes);
  const body = bom ? bytes.subarray(3) : bytes;
  const cookie = findCookie(body, endsLine);
  if (cookie === null) {
    const text = decodeUtf8(body);
    if (script) refuseNonUtf8(text, filename);
    return text;
  }
  const encoding = normalEncoding(cookie);
  if (bom && encoding !== 'utf-8') throw noPlace(filename, `encoding problem: ${encoding} with BOM`);
  if (encoding === 'utf-8') return decodeUtf8(body);
  if (!script)
    return decodeNamed(body, encoding, filename, decoder) ?? refuse(filename, `unknown encoding: ${encoding}`);
  let text: string | null = null;
  try {
    text = decodeNamed(body, encoding, filename, decoder);
  } catch {
    /* said below, in fewer words */
  }
  return text ?? refuse(filename, `encoding problem: ${encoding}`);
}

/** Throws a syntax error that has no place. */
function refuse(filename: string, message: string): never {
  throw noPlace(filename, message);
}

/** Decodes a source whose encoding is not UTF-8; null where no such encoding is known. */
function decodeNamed(body: Uint8Array, encoding: string, filename: string, decoder?: Decoder): string | null {
  const codec = encoding.toLowerCase().replace(/[-_]/g, '');
  if (/^(utf8?|u8|cp65001)$/.test(codec)) return decodeStrict(body, filename);
  if (/^(iso88591|latin1?|l1|cp819)$/.test(codec))
    return Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1');
  if (encoding === 'ascii' || encoding === 'us-ascii') return decodeAscii(body, filename);
  const windows = codec === 'cp1252' || codec === 'windows1252';
  return decoder?.(body, encoding) ?? (windows ? decode1252(body, filename) : decodeByHost(body, encoding));
}

/** Throws for the first byte of a script that is no UTF-8. */
function refuseNonUtf8(text: string, filename: string): void {
  const at = findLoneSurrogate(text);
  if (at < 0) return;
  const byte = (text.charCodeAt(at) - 0xdc00).toString(16);
  const line = text.slice(0, at).split(/\r\n?|\n/).length;
  const message =
    `Non-UTF-8 code starting with '\\x${byte}' in file ${filename} on line ${line}, but no encoding declared; ` +
    'see https://peps.python.org/pep-0263/ for details';
  throw noPlace(filename, message);
}

/** Returns the encoding named in the first two lines, or null. */
function findCookie(bytes: Uint8Array, endsLine: boolean): string | null {
  let start = 0;
  for (let line = 0; line < 2 && start < bytes.length; line++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
    if (end === bytes.length && !endsLine) return null;
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

/** Decodes ASCII. */
function decodeAscii(bytes: Uint8Array, filename: string): string {
  const bad = bytes.findIndex((byte) => byte >= 0x80);
  if (bad >= 0) {
    const hex = bytes[bad]!.toString(16);
    throw noPlace(filename, `'ascii' codec can't decode byte 0x${hex} in position ${bad}: ordinal not in range(128)`);
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** Decodes UTF-8 through the codec, whose errors concern the whole source. */
function decodeStrict(bytes: Uint8Array, filename: string): string {
  const text = decodeUtf8(bytes);
  const message = undecodable(text, 0, text.length);
  if (message !== null) throw noPlace(filename, message.replace('(unicode error) ', ''));
  return text;
}

/** Windows code page 1252 from 0x80 to 0x9F; NUL = no character. The host's own decoder reads Latin-1. */
const PAGE_1252 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/** Decodes Windows code page 1252. */
function decode1252(bytes: Uint8Array, filename: string): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    const char = byte < 0x80 || byte > 0x9f ? String.fromCharCode(byte) : PAGE_1252[byte - 0x80]!;
    if (char === '\0' && byte !== 0) {
      const where = `byte 0x${byte.toString(16)} in position ${i}`;
      throw noPlace(filename, `'charmap' codec can't decode ${where}: character maps to <undefined>`);
    }
    text += char;
  }
  return text;
}

/** The encodings that CPython and the host know by the same name (a host knows others, and by other names, too). */
const EAST_ASIAN = /big5|euc[-_](jp|kr)|gb18030|gb2312|gbk|iso[-_]?2022[-_]jp|shift[-_]jis/;
const SINGLE_BYTE = /cp125\d|iso[-_]?8859[-_]\d+|koi8[-_][ru]|windows[-_]125\d/;
const SHARED = new RegExp(`^(${EAST_ASIAN.source}|${SINGLE_BYTE.source})$`, 'i');

/** Decodes with the decoder of the host; null where it knows no such encoding or cannot. */
function decodeByHost(bytes: Uint8Array, encoding: string): string | null {
  if (!SHARED.test(encoding)) return null;
  try {
    return new TextDecoder(encoding.replaceAll('_', '-'), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Decodes UTF-8; a byte that is none becomes a lone surrogate. */
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
  for (let k = 1; k < length; k++) if (i + k >= bytes.length || !continues(bytes, i, k)) return 0;
  return length;
}

/** A surrogate without its other half: in the text of a source in bytes, a byte that is no UTF-8. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;

/** Returns where in a source given as str UTF-8 ends to be possible, or -1. */
export function findLoneSurrogate(text: string): number {
  return LONE_SURROGATE.exec(text)?.index ?? -1;
}

/** Returns the bytes that text made by `decodeSource` stands for. */
export function originalBytes(text: string): Buffer {
  const parts: Buffer[] = [];
  for (const char of text) {
    const code = char.charCodeAt(0);
    parts.push(
      char.length === 1 && code >= 0xdc00 && code <= 0xdfff ? Buffer.from([code - 0xdc00]) : Buffer.from(char),
    );
  }
  return Buffer.concat(parts);
}

/** Returns the text with U+FFFD for what is no UTF-8, as the `replace` handler gives it. */
export function readable(text: string): string {
  return LONE_SURROGATE.test(text) ? originalBytes(text).toString('utf8') : text;
}

/** Returns CPython's message for the first bytes of `text[start, end)` that are no UTF-8, or null. */
export function undecodable(text: string, start: number, end: number): string | null {
  const part = text.slice(start, end);
  if (!LONE_SURROGATE.test(part)) return null;
  const bytes = originalBytes(part);
  let at = 0;
  for (let length = sequenceLength(bytes, at); length > 0; length = sequenceLength(bytes, at)) at += length;
  const first = bytes[at]!;
  const wanted = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
  let good = 0;
  while (good < wanted && at + 1 + good < bytes.length && continues(bytes, at, good + 1)) good++;
  const reason =
    wanted === 0
      ? 'invalid start byte'
      : at + 1 + good === bytes.length
        ? 'unexpected end of data'
        : 'invalid continuation byte';
  const where = good === 0 ? `byte 0x${first.toString(16)} in position ${at}` : `bytes in position ${at}-${at + good}`;
  return `(unicode error) 'utf-8' codec can't decode ${where}: ${reason}`;
}

/** Tells whether the k-th byte after a first one at `at` may stand there. */
function continues(bytes: Uint8Array, at: number, k: number): boolean {
  const first = bytes[at]!;
  const byte = bytes[at + k]!;
  if ((byte & 0xc0) !== 0x80) return false;
  if (k > 1) return true;
  if (first === 0xe0) return byte >= 0xa0;
  if (first === 0xed) return byte < 0xa0;
  if (first === 0xf0) return byte >= 0x90;
  return first !== 0xf4 || byte < 0x90;
}

/** Returns the text with '\n' line ends. */
export function normalLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
