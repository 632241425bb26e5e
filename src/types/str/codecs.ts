/**
 * Encodings by name: `str.encode`, `bytes.decode`, and the same on host values for files.
 *
 * Names are normalised as `encodings.normalize_encoding` does (lower case, runs of other characters
 * become `_`) and looked up in one alias table. Text codecs only; what CPython has beyond them
 * raises LookupError.
 */
import { world, type Codec } from '../../objects/core/world.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { type PyByteArray, PyBytes, type PyStrSub, strOf, strType, typeOf } from '../../objects/core/values.ts';
import { defMethods } from '../../objects/core/builtin.ts';
import { raise, typeError, valueError } from '../../objects/core/exceptions.ts';
import { bufferOf } from '../../objects/core/buffer.ts';
import { isAsciiText, textOf } from './code-points.ts';
import { strArg } from './arguments.ts';
import { decodeEscapes, encodeEscapes } from './escape-codec.ts';
import { charmap } from '../../text/charmap.ts';
import {
  asBuffer,
  decodeTable,
  decodeUtf16,
  decodeUtf32,
  decodeUtf8,
  encodeBelow,
  encodeTable,
  encodeUtf16,
  encodeUtf32,
  encodeUtf8,
} from './utf.ts';

/** Makes a codec of a byte order and width of UTF; `big` null means "by byte order mark". */
function utf(name: string, size: 2 | 4, big: boolean | null): Codec {
  const encodeUnits = size === 2 ? encodeUtf16 : encodeUtf32;
  const decodeUnits = size === 2 ? decodeUtf16 : decodeUtf32;
  const mark = size === 2 ? [0xff, 0xfe] : [0xff, 0xfe, 0, 0];
  return {
    name,
    encode: (s, errors) => {
      const body = encodeUnits(s, name, errors, big ?? false);
      return big === null ? Uint8Array.from([...mark, ...body]) : body;
    },
    decode: (data, errors, final) => {
      if (big !== null) return decodeUnits(data, errors, big, 0, final);
      if (mark.every((b, i) => data[i] === b)) return decodeUnits(data, errors, false, size, final);
      if (mark.every((b, i) => data[size - 1 - i] === b)) return decodeUnits(data, errors, true, size, final);
      return decodeUnits(data, errors, false, 0, final);
    },
  };
}

const MARK = [0xef, 0xbb, 0xbf];

const CODECS: readonly Codec[] = [
  { name: 'utf-8', encode: encodeUtf8, decode: decodeUtf8 },
  {
    name: 'utf-8-sig',
    encode: (s, errors) => Uint8Array.from([...MARK, ...encodeUtf8(s, errors)]),
    decode: (data, errors, final) => {
      const skip = MARK.every((b, i) => data[i] === b) ? 3 : 0;
      const r = decodeUtf8(data.subarray(skip), errors, final);
      return { text: r.text, used: r.used + skip };
    },
  },
  {
    name: 'ascii',
    encode: (s, errors) => encodeBelow(s, 'ascii', errors, 128),
    decode: (data, errors) => ({ text: decodeAscii(data, errors), used: data.length }),
  },
  {
    name: 'iso8859-1',
    encode: (s, errors) => encodeBelow(s, 'latin-1', errors, 256),
    decode: (data) => ({ text: asBuffer(data).toString('latin1'), used: data.length }),
  },
  utf('utf-16', 2, null),
  utf('utf-16-le', 2, false),
  utf('utf-16-be', 2, true),
  utf('utf-32', 4, null),
  utf('utf-32-le', 4, false),
  utf('utf-32-be', 4, true),
  {
    name: 'unicode_escape',
    encode: (s) => encodeEscapes(s, false),
    decode: (data, errors) => ({ text: decodeEscapes(data, errors, false), used: data.length }),
  },
  {
    name: 'raw_unicode_escape',
    encode: (s) => encodeEscapes(s, true),
    decode: (data, errors) => ({ text: decodeEscapes(data, errors, true), used: data.length }),
  },
];

/** Decodes ASCII. Throws UnicodeDecodeError, unless `errors` handles it. */
function decodeAscii(data: Uint8Array, errors: string): string {
  const text = asBuffer(data).toString('latin1');
  if (isAsciiText(text)) return text;
  return decodeTable(data, 'ascii', errors, (b) => (b < 128 ? b : -1), 'ordinal not in range(128)');
}

/** Normalised names of the codecs above (from `encodings/aliases.py`). */
const ALIASES: readonly (readonly [string, string])[] = [
  ['utf-8', 'utf_8 u8 utf utf8 utf8_ucs2 utf8_ucs4 cp65001'],
  ['utf-8-sig', 'utf_8_sig'],
  [
    'ascii',
    'ascii 646 ansi_x3_4_1968 ansi_x3_4_1986 cp367 csascii ibm367 iso646_us iso_646_irv_1991 iso_ir_6 us us_ascii',
  ],
  [
    'iso8859-1',
    'latin_1 8859 cp819 csisolatin1 ibm819 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 iso_ir_100 l1 latin latin1',
  ],
  ['utf-16', 'utf_16 u16 utf16'],
  ['utf-16-le', 'utf_16_le unicodelittleunmarked utf_16le'],
  ['utf-16-be', 'utf_16_be unicodebigunmarked utf_16be'],
  ['utf-32', 'utf_32 u32 utf32'],
  ['utf-32-le', 'utf_32_le utf_32le'],
  ['utf-32-be', 'utf_32_be utf_32be'],
  ['unicode_escape', 'unicode_escape unicodeescape'],
  ['raw_unicode_escape', 'raw_unicode_escape rawunicodeescape'],
];

/** Codecs of CPython that do not map between str and bytes. */
const NOT_TEXT = new Set([
  'base64',
  'base64_codec',
  'base_64',
  'bz2',
  'bz2_codec',
  'hex',
  'hex_codec',
  'quopri',
  'quopri_codec',
  'quoted_printable',
  'quotedprintable',
  'rot13',
  'rot_13',
  'uu',
  'uu_codec',
  'zip',
  'zlib',
  'zlib_codec',
]);

const known = new Map<string, Codec>();

/** Normalises an encoding name. */
function normalize(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** Returns the codec of a name, or undefined. */
export function findCodec(name: string): Codec | undefined {
  const key = normalize(name);
  if (known.size === 0) {
    for (const [canonical, aliases] of ALIASES) {
      for (const a of aliases.split(' ')) known.set(a, CODECS.find((c) => c.name === canonical)!);
    }
  }
  const codec = known.get(key);
  if (codec !== undefined) return codec;
  const map = charmap(key);
  if (map === undefined) return undefined;
  const reason = 'character maps to <undefined>';
  const made: Codec = {
    name: map.name,
    encode: (s, errors) => encodeTable(s, 'charmap', errors, map.byteOf, reason),
    decode: (data, errors) => ({ text: decodeTable(data, 'charmap', errors, map.pointOf, reason), used: data.length }),
  };
  known.set(key, made);
  return made;
}

/** Returns the codec of a name. Throws LookupError or ValueError. */
export function lookupCodec(name: string, action: 'encode' | 'decode' = 'decode'): Codec {
  if (name.includes('\0')) valueError('embedded null character');
  const codec = findCodec(name);
  if (codec !== undefined) return codec;
  if (NOT_TEXT.has(normalize(name))) {
    raise('LookupError', `'${name}' is not a text encoding; use codecs.${action}() to handle arbitrary codecs`);
  }
  const other = world.searchCodec(name);
  if (other !== undefined) return other;
  return raise('LookupError', `unknown encoding: ${name}`);
}

/** Encodes a text. Throws LookupError, UnicodeEncodeError. */
export function encodeText(s: string, encoding = 'utf-8', errors = 'strict'): Uint8Array {
  return encoding === 'utf-8' ? encodeUtf8(s, errors) : lookupCodec(encoding, 'encode').encode(s, errors);
}

/** Decodes bytes. Throws LookupError, UnicodeDecodeError. */
export function decodeText(data: Uint8Array, encoding = 'utf-8', errors = 'strict'): string {
  return (encoding === 'utf-8' ? decodeUtf8(data, errors) : lookupCodec(encoding).decode(data, errors, true)).text;
}

/** Performs `str(object, encoding, errors)`. Throws TypeError for anything without bytes. */
export function decodeObject(object: PyValue, encoding: PyValue | undefined, errors: PyValue | undefined): string {
  const enc = encoding === undefined ? 'utf-8' : strArg(encoding, "str() argument 'encoding'");
  const handler = errors === undefined ? 'strict' : strArg(errors, "str() argument 'errors'");
  if (strOf(object) !== undefined) typeError('decoding str is not supported');
  if (enc.includes('\0')) valueError('embedded null character');
  const data = bufferOf(object);
  if (data === null) typeError(`decoding to str: need a bytes-like object, ${typeOf(object).name} found`);
  return data.length === 0 ? '' : decodeText(data, enc, handler);
}

/** Performs `decode` of bytes and bytearray. */
export function decodeMethod(self: PyBytes | PyByteArray, encoding?: PyValue, errors?: PyValue): string {
  const enc = encoding === undefined ? 'utf-8' : strArg(encoding, "decode() argument 'encoding'");
  const handler = errors === undefined ? 'strict' : strArg(errors, "decode() argument 'errors'");
  const data = bufferOf(self)!;
  if (enc.includes('\0')) valueError('embedded null character');
  return data.length === 0 ? '' : decodeText(data, enc, handler);
}

defMethods(strType, {
  'encode(encoding?, errors?); pure if str': (self: string | PyStrSub, encoding?: PyValue, errors?: PyValue) => {
    const enc = encoding === undefined ? 'utf-8' : strArg(encoding, "encode() argument 'encoding'");
    const handler = errors === undefined ? 'strict' : strArg(errors, "encode() argument 'errors'");
    return new PyBytes(encodeText(textOf(self), enc, handler));
  },
});
