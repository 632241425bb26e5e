/**
 * The text forms of bytes: `repr`, `hex` and `fromhex`.
 */
import type { PyValue } from '../../objects/core/object.ts';
import { strOf } from '../../objects/core/values.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { lengthOf } from '../../objects/slots/subscript.ts';
import { bufferOf, latin1 } from '../../objects/core/buffer.ts';
import { argName, cIntArg } from '../str/arguments.ts';
import { isAsciiSpace } from '../str/split.ts';

/**
 * Returns the literal of bytes: `b'…'`, with double quotes where only single ones occur inside; bytearray
 * escapes single quotes even then.
 */
export function bytesRepr(data: Uint8Array, isArray = false): string {
  const text = latin1(data);
  if (/^[ -&(-[\]-~]*$/.test(text)) return `b'${text}'`;
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = `b${quote}`;
  for (let i = 0; i < data.length; i++) {
    const c = data[i]!;
    if (c === 0x5c || c === quote.charCodeAt(0) || (isArray && c === 0x27)) out += `\\${text[i]}`;
    else if (c >= 32 && c < 127) out += text[i];
    else out += c === 9 ? '\\t' : c === 10 ? '\\n' : c === 13 ? '\\r' : `\\x${c.toString(16).padStart(2, '0')}`;
  }
  return out + quote;
}

/** Performs `hex(sep, bytes_per_sep)`. Throws TypeError or ValueError for a bad separator. */
export function bytesHex(data: Uint8Array, sep?: PyValue, perSep?: PyValue): string {
  const hex = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('hex');
  const group = cIntArg(perSep, 1);
  if (sep === undefined) return hex;
  if (lengthOf(sep) !== 1) valueError('sep must be length 1.');
  const text = strOf(sep) ?? (bufferOf(sep) !== null ? latin1(bufferOf(sep)!) : typeError('sep must be str or bytes.'));
  if (text.charCodeAt(0) > 127) valueError('sep must be ASCII.');
  if (group === 0) return hex;
  const size = Math.abs(group) * 2;
  const parts: string[] = [];
  if (group < 0) for (let i = 0; i < hex.length; i += size) parts.push(hex.slice(i, i + size));
  else for (let end = hex.length; end > 0; end -= size) parts.unshift(hex.slice(Math.max(0, end - size), end));
  return parts.join(text);
}

/** Performs `fromhex(string)`: pairs of hex digits, whitespace between them. Throws TypeError or ValueError. */
export function parseHex(string: PyValue): Uint8Array {
  const text = strOf(string);
  if (text === undefined) typeError(`fromhex() argument must be str, not ${argName(string)}`);
  const out: number[] = [];
  const bad = (i: number): never => valueError(`non-hexadecimal number found in fromhex() arg at position ${i}`);
  const digit = (i: number): number => {
    const d = /^[0-9a-fA-F]$/.test(text[i] ?? '') ? Number.parseInt(text[i]!, 16) : -1;
    return d < 0 ? bad(i) : d;
  };
  for (let i = 0; i < text.length; ) {
    if (isAsciiSpace(text.charCodeAt(i))) {
      i++;
      continue;
    }
    out.push(digit(i) * 16 + digit(i + 1));
    i += 2;
  }
  return Uint8Array.from(out);
}
