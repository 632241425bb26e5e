/**
 * The module `binascii`: bytes as hexadecimal, base64, quoted-printable and uuencoded text, and checksums.
 */
import type { PyValue } from '../../objects/core/object.ts';
import { PyBytes, type PyModule, intOf, strOf, typeOf } from '../../objects/core/values.ts';
import { makeFunctions } from '../../objects/core/builtin.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { bytesHex } from '../../types/bytes/repr.ts';
import { bufferOf, needBuffer } from '../../objects/core/buffer.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { isTrue } from '../../protocol/compare.ts';
import { isAsciiText } from '../../types/str/code-points.ts';
import { crc16, crc32 } from './checksums.ts';
import { exceptionClass, raiser } from '../host/exception-class.ts';

const errorType = exceptionClass('binascii', 'Error', 'ValueError');
const fail: (message: string) => never = raiser(errorType);

const bytes = (text: string): PyBytes => new PyBytes(new Uint8Array(Buffer.from(text, 'latin1')));
const flag = (x: PyValue | undefined, standard: boolean): boolean => (x === undefined ? standard : isTrue(x));

/** Returns the text of what is to be decoded: ASCII str or bytes. */
function asciiOf(x: PyValue): string {
  const text = strOf(x);
  if (text !== undefined)
    return isAsciiText(text) ? text : valueError('string argument should contain only ASCII characters');
  const b = bufferOf(x);
  return b === null
    ? typeError(`argument should be bytes, buffer or ASCII string, not '${typeOf(x).name}'`)
    : Buffer.from(b).toString('latin1');
}

/* ---- base64 ---- */

/** Decodes base64: what is no digit of it is skipped, or in strict mode refused. */
function fromBase64(text: string, strict: boolean): Uint8Array {
  if (strict && text.startsWith('=')) fail('Leading padding not allowed');
  let digits = '';
  let pads = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    const place = digits.length % 4;
    if (c === '=') {
      if (place >= 2 && place + ++pads >= 4) {
        if (strict && i + 1 < text.length) fail('Excess data after padding');
        return new Uint8Array(Buffer.from(digits, 'base64'));
      }
      if (strict && place === 0) fail('Excess data after padding');
    } else if (/[A-Za-z0-9+/]/.test(c)) {
      if (strict && pads > 0) fail('Discontinuous padding not allowed');
      pads = 0;
      digits += c;
    } else if (strict) fail('Only base64 data is allowed');
  }
  if (digits.length % 4 === 1)
    fail(
      'Invalid base64-encoded string: number of data ' +
        `characters (${digits.length}) cannot be 1 more than a multiple of 4`,
    );
  if (digits.length % 4 !== 0) fail('Incorrect padding');
  return new Uint8Array(Buffer.from(digits, 'base64'));
}

/* ---- quoted-printable (RFC 1521) ---- */

const LINE = 76;
const hex = (c: number): string => `=${c.toString(16).toUpperCase().padStart(2, '0')}`;

/** Encodes as quoted-printable. */
function toQuoted(data: string, quoteTabs: boolean, isText: boolean, header: boolean): string {
  const end = /^[^\n]*\r\n/.test(data) ? '\r\n' : '\n';
  let out = '';
  let column = 0;
  for (let i = 0; i < data.length; i++) {
    const c = data[i]!;
    const next = data[i + 1];
    const code = c.charCodeAt(0);
    const lineEnd = c === '\r' || c === '\n';
    const blank = c === '\t' || c === ' ';
    const quote =
      code > 126 ||
      c === '=' ||
      (header && c === '_') ||
      (c === '.' && column === 0 && (next === undefined || /[\n\r\0]/.test(next))) ||
      (!isText && lineEnd) ||
      (blank && next === undefined) ||
      (code < 33 && !lineEnd && (quoteTabs || !blank));
    if (quote) {
      if (column + 3 >= LINE) {
        out += `=${end}`;
        column = 0;
      }
      out += hex(code);
      column += 3;
    } else if (isText && (c === '\n' || (c === '\r' && next === '\n'))) {
      if (/[ \t]$/.test(out)) out = out.slice(0, -1) + hex(out.charCodeAt(out.length - 1));
      out += end;
      column = 0;
      if (c === '\r') i++;
    } else {
      if (next !== undefined && next !== '\n' && column + 1 >= LINE) {
        out += `=${end}`;
        column = 0;
      }
      column++;
      out += header && c === ' ' ? '_' : c;
    }
  }
  return out;
}

/** Decodes quoted-printable. */
function fromQuoted(text: string, header: boolean): string {
  const plain = text.replace(/=(?:([0-9A-Fa-f]{2})|\r[^\n]*\n?|\n|=|$)|_/g, (whole, code: string | undefined) => {
    if (whole === '_') return header ? ' ' : '_';
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return whole === '==' ? '=' : '';
  });
  return plain;
}

/* ---- uuencode ---- */

/** Decodes one line. */
function fromUu(text: string): Uint8Array {
  const value = (c: string | undefined): number => {
    if (c === undefined || c === '\n' || c === '\r') return 0;
    const v = c.charCodeAt(0) - 32;
    return v < 0 || v > 64 ? fail('Illegal char') : v & 63;
  };
  const length = text.length === 0 ? 0 : (text.charCodeAt(0) - 32) & 63;
  const out: number[] = [];
  let at = 1;
  for (; out.length < length; at += 4) {
    const bits =
      (value(text[at]) << 18) | (value(text[at + 1]) << 12) | (value(text[at + 2]) << 6) | value(text[at + 3]);
    out.push(bits >> 16, (bits >> 8) & 255, bits & 255);
  }
  if (/[^ `\n\r]/.test(text.slice(at))) fail('Trailing garbage');
  return Uint8Array.from(out.slice(0, length));
}

/** Encodes one line. */
function toUu(data: Uint8Array, backtick: boolean): string {
  if (data.length > 45) fail('At most 45 bytes at once');
  const digit = (v: number): string => (v === 0 && backtick ? '`' : String.fromCharCode(v + 32));
  let out = digit(data.length);
  for (let i = 0; i < data.length; i += 3) {
    const bits = (data[i]! << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
    out += [18, 12, 6, 0].map((shift) => digit((bits >> shift) & 63)).join('');
  }
  return `${out}\n`;
}

/* ---- the module ---- */

const hexlify = (data: PyValue, sep?: PyValue, perSep?: PyValue): PyValue =>
  bytes(bytesHex(needBuffer(data), sep, perSep));

/** Decodes hexadecimal text. */
function unhexlify(x: PyValue): PyValue {
  const text = asciiOf(x);
  if (text.length % 2 !== 0) fail('Odd-length string');
  if (!/^[0-9a-fA-F]*$/.test(text)) fail('Non-hexadecimal digit found');
  return new PyBytes(new Uint8Array(Buffer.from(text, 'hex')));
}

/** Makes the module `binascii`. */
export function makeModule(): PyModule {
  return nativeModule('binascii', [
    ...makeFunctions('binascii', {
      'hexlify(data, sep?, bytes_per_sep?)': hexlify,
      'b2a_hex(data, sep?, bytes_per_sep?)': hexlify,
      'unhexlify(hexstr, /)': unhexlify,
      'a2b_hex(hexstr, /)': unhexlify,
      'b2a_base64(data, /, *, newline?)': (data: PyValue, newline?: PyValue) =>
        bytes(Buffer.from(needBuffer(data)).toString('base64') + (flag(newline, true) ? '\n' : '')),
      'a2b_base64(data, /, *, strict_mode?)': (data: PyValue, strict?: PyValue) =>
        new PyBytes(fromBase64(asciiOf(data), flag(strict, false))),
      'b2a_qp(data, quotetabs?, istext?, header?)': (
        data: PyValue,
        quoteTabs?: PyValue,
        isText?: PyValue,
        header?: PyValue,
      ) =>
        bytes(
          toQuoted(
            Buffer.from(needBuffer(data)).toString('latin1'),
            flag(quoteTabs, false),
            flag(isText, true),
            flag(header, false),
          ),
        ),
      'a2b_qp(data, header?)': (data: PyValue, header?: PyValue) =>
        bytes(fromQuoted(asciiOf(data), flag(header, false))),
      'b2a_uu(data, /, *, backtick?)': (data: PyValue, backtick?: PyValue) =>
        bytes(toUu(needBuffer(data), flag(backtick, false))),
      'a2b_uu(data, /)': (data: PyValue) => new PyBytes(fromUu(asciiOf(data))),
      'crc32(data, crc?, /)': (data: PyValue, start: PyValue = 0) =>
        crc32(needBuffer(data), Number(BigInt.asUintN(32, BigInt(intOf(start) ?? 0)))),
      'crc_hqx(data, crc, /)': (data: PyValue, start: PyValue) =>
        crc16(needBuffer(data), Number(BigInt.asUintN(16, BigInt(intOf(start) ?? 0)))),
    }),
    ['Error', errorType],
    ['Incomplete', exceptionClass('binascii', 'Incomplete')],
  ]);
}
