/**
 * The UTF codecs: UTF-8, UTF-16 and UTF-32 with exact errors.
 *
 * Valid input goes through Node (`isUtf8`, `Buffer`); only what is not valid is looked at byte by
 * byte here, to report the same positions and reasons as CPython's decoder (Objects/stringlib/
 * codecs.h; the "maximal subpart" practice of the Unicode Standard, section 3.9).
 *
 * Decoders take `final`: false means that an incomplete sequence at the end is left for later, and
 * the result says how many bytes were used. That is what incremental decoders need.
 */
import { isUtf8 } from 'node:buffer';
import { codePoints, fromCodePoints } from './code-points.ts';
import { handleDecode, handleEncode, raiseEncode } from './codec-errors.ts';
import type { Decoded } from '../../objects/core/world.ts';

const LONE_SURROGATE = /[\ud800-\udfff]/u;

/** Views bytes as a Buffer without copying. */
export function asBuffer(data: Uint8Array): Buffer {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}

/** Encodes as UTF-8. Throws UnicodeEncodeError for surrogates, unless `errors` handles them. */
export function encodeUtf8(s: string, errors: string): Uint8Array {
  if (!LONE_SURROGATE.test(s)) return new Uint8Array(Buffer.from(s, 'utf8'));
  return encodeUtf(
    codePoints(s),
    'utf-8',
    errors,
    (c, out) => {
      for (const b of Buffer.from(String.fromCodePoint(c), 'utf8')) out.push(b);
    },
    1,
  );
}

/**
 * Encodes code points by `write`, in units of `unit` bytes; asks the error handler about surrogates (in UTF-8: runs of
 * them).
 */
function encodeUtf(
  points: readonly number[],
  encoding: string,
  errors: string,
  write: (c: number, out: number[]) => void,
  unit: number,
): Uint8Array {
  const out: number[] = [];
  const reason = 'surrogates not allowed';
  for (let i = 0; i < points.length; ) {
    if (!isSurrogate(points[i]!)) {
      write(points[i++]!, out);
      continue;
    }
    let end = i + 1;
    while (unit === 1 && end < points.length && isSurrogate(points[end]!)) end++;
    const reply = handleEncode(errors, encoding, points, i, end, reason);
    if (reply.bytes !== null) {
      if (reply.bytes.length % unit !== 0) raiseEncode(encoding, points, i, end, reason);
      for (const b of reply.bytes) out.push(b);
    }
    for (const c of codePoints(reply.text)) {
      if (c > 127) raiseEncode(encoding, points, i, end, reason);
      write(c, out);
    }
    i = reply.next;
  }
  return Uint8Array.from(out);
}

function isSurrogate(c: number): boolean {
  return c >= 0xd800 && c <= 0xdfff;
}

/** Decodes UTF-8. Throws UnicodeDecodeError, unless `errors` handles it. */
export function decodeUtf8(data: Uint8Array, errors: string, final = true): Decoded {
  if (isUtf8(data)) return { text: asBuffer(data).toString('utf8'), used: data.length };
  const parts: string[] = [];
  const n = data.length;
  let good = 0;
  let i = 0;
  while (i < n) {
    if (data[i]! < 128) {
      i++;
      continue;
    }
    const length = sequence(data, i);
    if (length > 0) {
      i += length;
      continue;
    }
    if (length === INCOMPLETE && !final) break;
    const [end, reason] =
      length === INCOMPLETE
        ? ([n, 'unexpected end of data'] as const)
        : length === BAD_START
          ? ([i + 1, 'invalid start byte'] as const)
          : ([i - length, 'invalid continuation byte'] as const);
    parts.push(asBuffer(data.subarray(good, i)).toString('utf8'));
    const reply = handleDecode(errors, 'utf-8', data, i, end, reason);
    parts.push(reply.text);
    good = i = reply.next;
  }
  parts.push(asBuffer(data.subarray(good, i)).toString('utf8'));
  return { text: parts.join(''), used: i };
}

const BAD_START = 0;
const INCOMPLETE = -9;

/** Measures the sequence at `i`: its length, BAD_START, INCOMPLETE, or minus the length of its valid beginning. */
function sequence(data: Uint8Array, i: number): number {
  const lead = data[i]!;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : (lead & 0xf0) === 0xe0 ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (length === 0) return BAD_START;
  for (let k = 1; k < length; k++) {
    if (i + k >= data.length) return INCOMPLETE;
    const b = data[i + k]!;
    if ((b & 0xc0) !== 0x80) return -k;
    if (
      k === 1 &&
      ((lead === 0xe0 && b < 0xa0) ||
        (lead === 0xed && b >= 0xa0) ||
        (lead === 0xf0 && b < 0x90) ||
        (lead === 0xf4 && b >= 0x90))
    )
      return -1;
  }
  return length;
}

/** Reads units of 2 or 4 bytes. */
function unitReader(data: Uint8Array, big: boolean, size: 2 | 4): (i: number) => number {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return size === 2 ? (i) => view.getUint16(i, !big) : (i) => view.getUint32(i, !big);
}

/** Decodes UTF-16 in a byte order. Throws UnicodeDecodeError, unless `errors` handles it. */
export function decodeUtf16(data: Uint8Array, errors: string, big: boolean, from = 0, final = true): Decoded {
  const encoding = big ? 'utf-16-be' : 'utf-16-le';
  const unit = unitReader(data, big, 2);
  const n = data.length;
  const parts: string[] = [];
  let i = from;
  while (i < n) {
    let problem: [number, string];
    if (n - i === 1) {
      if (!final) break;
      problem = [n, 'truncated data'];
    } else {
      const c = unit(i);
      if (!isSurrogate(c)) {
        parts.push(String.fromCharCode(c));
        i += 2;
        continue;
      }
      if (c >= 0xdc00) problem = [i + 2, 'illegal encoding'];
      else if (n - i < 4) {
        if (!final) break;
        problem = [n, 'unexpected end of data'];
      } else {
        const low = unit(i + 2);
        if (low >= 0xdc00 && low <= 0xdfff) {
          parts.push(String.fromCharCode(c, low));
          i += 4;
          continue;
        }
        problem = [i + 2, 'illegal UTF-16 surrogate'];
      }
    }
    const reply = handleDecode(errors, encoding, data, i, problem[0], problem[1]);
    parts.push(reply.text);
    i = reply.next;
  }
  return { text: parts.join(''), used: i };
}

/** Decodes UTF-32 in a byte order. Throws UnicodeDecodeError, unless `errors` handles it. */
export function decodeUtf32(data: Uint8Array, errors: string, big: boolean, from = 0, final = true): Decoded {
  const encoding = big ? 'utf-32-be' : 'utf-32-le';
  const unit = unitReader(data, big, 4);
  const n = data.length;
  const parts: string[] = [];
  let i = from;
  while (i < n) {
    let problem: [number, string];
    if (n - i < 4) {
      if (!final) break;
      problem = [n, 'truncated data'];
    } else {
      const c = unit(i);
      if (c <= 0x10ffff && !isSurrogate(c)) {
        parts.push(String.fromCodePoint(c));
        i += 4;
        continue;
      }
      problem = [
        i + 4,
        isSurrogate(c)
          ? 'code point in surrogate code point range(0xd800, 0xe000)'
          : 'code point not in range(0x110000)',
      ];
    }
    const reply = handleDecode(errors, encoding, data, i, problem[0], problem[1]);
    parts.push(reply.text);
    i = reply.next;
  }
  return { text: parts.join(''), used: i };
}

/** Writes `size` bytes of a number in a byte order. */
function writeUnit(out: number[], c: number, size: number, big: boolean): void {
  for (let k = 0; k < size; k++) out.push((c >>> (8 * (big ? size - 1 - k : k))) & 0xff);
}

/** Encodes as UTF-16. Throws UnicodeEncodeError naming `encoding`, unless `errors` handles it. */
export function encodeUtf16(s: string, encoding: string, errors: string, big: boolean): Uint8Array {
  if (!LONE_SURROGATE.test(s)) {
    const b = Buffer.from(s, 'utf16le');
    return new Uint8Array(big ? b.swap16() : b);
  }
  return encodeUtf(
    codePoints(s),
    encoding,
    errors,
    (c, out) => {
      if (c < 0x10000) writeUnit(out, c, 2, big);
      else {
        writeUnit(out, 0xd7c0 + (c >> 10), 2, big);
        writeUnit(out, 0xdc00 | (c & 0x3ff), 2, big);
      }
    },
    2,
  );
}

/** Encodes as UTF-32. Throws UnicodeEncodeError naming `encoding`, unless `errors` handles it. */
export function encodeUtf32(s: string, encoding: string, errors: string, big: boolean): Uint8Array {
  return encodeUtf(codePoints(s), encoding, errors, (c, out) => writeUnit(out, c, 4, big), 4);
}

/**
 * Encodes code points below `limit` as bytes (ASCII, Latin-1). Throws UnicodeEncodeError, unless `errors` handles it.
 */
export function encodeBelow(s: string, encoding: string, errors: string, limit: number): Uint8Array {
  if (limit === 128 ? !/[^\x00-\x7f]/.test(s) : !/[^\x00-\xff]/.test(s))
    return new Uint8Array(Buffer.from(s, 'latin1'));
  return encodeTable(s, encoding, errors, (c) => (c < limit ? c : -1), `ordinal not in range(${limit})`);
}

/** Encodes code points as the bytes `byteOf` gives (-1: none). */
export function encodeTable(
  s: string,
  encoding: string,
  errors: string,
  byteOf: (c: number) => number,
  reason: string,
): Uint8Array {
  const points = codePoints(s);
  const out: number[] = [];
  for (let i = 0; i < points.length; ) {
    const b = byteOf(points[i]!);
    if (b >= 0) {
      out.push(b);
      i++;
      continue;
    }
    let end = i + 1;
    while (end < points.length && byteOf(points[end]!) < 0) end++;
    const reply = handleEncode(errors, encoding, points, i, end, reason);
    if (reply.bytes !== null) for (const x of reply.bytes) out.push(x);
    for (const c of codePoints(reply.text)) {
      const mapped = byteOf(c);
      if (mapped < 0) raiseEncode(encoding, points, i, end, reason);
      out.push(mapped);
    }
    i = reply.next;
  }
  return Uint8Array.from(out);
}

/**
 * Decodes bytes one by one through `pointOf` (-1: undefined). Throws UnicodeDecodeError, unless `errors` handles it.
 */
export function decodeTable(
  data: Uint8Array,
  encoding: string,
  errors: string,
  pointOf: (b: number) => number,
  reason: string,
): string {
  const parts: string[] = [];
  let run: number[] = [];
  for (let i = 0; i < data.length; ) {
    const c = pointOf(data[i]!);
    if (c >= 0) {
      run.push(c);
      i++;
      continue;
    }
    parts.push(fromCodePoints(run));
    run = [];
    const reply = handleDecode(errors, encoding, data, i, i + 1, reason);
    parts.push(reply.text);
    i = reply.next;
  }
  parts.push(fromCodePoints(run));
  return parts.join('');
}
