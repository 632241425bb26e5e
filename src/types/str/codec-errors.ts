/**
 * Error handlers of codecs (library reference, "Error Handlers"), and the exceptions they get.
 *
 * A codec that meets what it cannot convert asks `handleEncode` or `handleDecode` for a replacement
 * and the position to go on from. The standard handlers run natively; handlers registered by Python
 * code get a real UnicodeEncodeError or UnicodeDecodeError. Positions in encoding errors count code
 * points, in decoding errors bytes.
 */
import type { PyValue } from '../../objects/core/object.ts';
import { PyBytes, PyTuple, intOf, strOf } from '../../objects/core/values.ts';
import {
  type PyException,
  PyRaise,
  indexError,
  makeException,
  raise,
  typeError,
} from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { fromCodePoints } from './code-points.ts';
import { backslashEscape } from '../../text/repr.ts';

/** Handlers registered with `codecs.register_error`, by name. */
const registered = new Map<string, PyValue>();

/** Registers a Python callable as error handler, as `codecs.register_error` does. */
export function registerErrorHandler(name: string, handler: PyValue): void {
  registered.set(name, handler);
}

/** Returns a registered handler, or undefined (the standard ones are not objects). */
export function registeredErrorHandler(name: string): PyValue | undefined {
  return registered.get(name);
}

/** Forgets a registered handler; tells whether there was one. */
export function unregisterErrorHandler(name: string): boolean {
  return registered.delete(name);
}

/** Gives a Unicode error its five arguments as `args` and as native fields. */
function unicodeError(
  type: string,
  encoding: string,
  object: PyValue,
  start: number,
  end: number,
  reason: string,
): PyException {
  const e = makeException(type, encoding, object, start, end, reason);
  e.fields = new Map<string, PyValue>([
    ['encoding', encoding],
    ['object', object],
    ['start', start],
    ['end', end],
    ['reason', reason],
  ]);
  return e;
}

/** Makes the UnicodeDecodeError of bytes `start..end`. */
export function makeDecodeError(
  encoding: string,
  data: Uint8Array,
  start: number,
  end: number,
  reason: string,
): PyException {
  return unicodeError('UnicodeDecodeError', encoding, new PyBytes(data.slice()), start, end, reason);
}

/** Raises UnicodeDecodeError for bytes `start..end`. */
function raiseDecode(encoding: string, data: Uint8Array, start: number, end: number, reason: string): never {
  throw new PyRaise(makeDecodeError(encoding, data, start, end, reason));
}

/** Raises UnicodeEncodeError for code points `start..end`. */
export function raiseEncode(
  encoding: string,
  points: readonly number[],
  start: number,
  end: number,
  reason: string,
): never {
  throw new PyRaise(unicodeError('UnicodeEncodeError', encoding, fromCodePoints(points), start, end, reason));
}

/** What an encoding handler answers: bytes to write as they are or text to encode, and where to go on. */
interface EncodeReply {
  bytes: Uint8Array | null;
  text: string;
  next: number;
}
/** What a decoding handler answers. */
interface DecodeReply {
  text: string;
  next: number;
}

/** Raises LookupError for an error handler nobody knows. */
function unknownHandler(name: string): never {
  return raise('LookupError', `unknown error handler name '${name}'`);
}

/** Checks the position a registered handler returned. Throws IndexError. */
function checkPosition(next: PyValue, length: number): number {
  const given = intOf(next)!;
  const n = Number(given) < 0 ? Number(given) + length : Number(given);
  return n < 0 || n > length ? indexError(`position ${given} from error handler out of bounds`) : n;
}

/** Calls a registered handler. Throws TypeError unless it returns a pair. */
function callHandler(handler: PyValue, exc: PyException, wanted: string): [PyValue, PyValue] {
  const r = invoke(handler, [exc]);
  if (!(r instanceof PyTuple) || r.items.length !== 2 || intOf(r.items[1]!) === undefined) typeError(wanted);
  return [r.items[0]!, r.items[1]!];
}

/** Answers for code points `start..end` that `encoding` cannot represent. Throws what the handler raises. */
export function handleEncode(
  errors: string,
  encoding: string,
  points: readonly number[],
  start: number,
  end: number,
  reason: string,
): EncodeReply {
  const bad = points.slice(start, end);
  const text = (t: string): EncodeReply => ({ bytes: null, text: t, next: end });
  const raw = (bytes: number[]): EncodeReply => ({ bytes: Uint8Array.from(bytes), text: '', next: start + bad.length });
  const custom = registered.get(errors);
  if (custom !== undefined) {
    const exc = unicodeError('UnicodeEncodeError', encoding, fromCodePoints(points), start, end, reason);
    const wanted = 'encoding error handler must return (str/bytes, int) tuple';
    const [by, next] = callHandler(custom, exc, wanted);
    const t = strOf(by);
    if (t === undefined && !(by instanceof PyBytes)) typeError(wanted);
    return {
      bytes: t === undefined ? (by as PyBytes).data : null,
      text: t ?? '',
      next: checkPosition(next, points.length),
    };
  }
  switch (errors) {
    case 'strict':
      return raiseEncode(encoding, points, start, end, reason);
    case 'ignore':
      return text('');
    case 'replace':
      return text('?'.repeat(bad.length));
    case 'backslashreplace':
      return text(bad.map(backslashEscape).join(''));
    case 'xmlcharrefreplace':
      return text(bad.map((c) => `&#${c};`).join(''));
    case 'surrogateescape': {
      const n = bad.findIndex((c) => c < 0xdc80 || c > 0xdcff);
      const count = n < 0 ? bad.length : n;
      if (count === 0) raiseEncode(encoding, points, start, end, reason);
      const reply = raw(bad.slice(0, count).map((c) => c - 0xdc00));
      reply.next = start + count;
      return reply;
    }
    case 'surrogatepass': {
      const bytes = bad.map((c) => (c >= 0xd800 && c <= 0xdfff ? surrogateBytes(encoding, c) : null));
      if (bytes.some((b) => b === null)) raiseEncode(encoding, points, start, end, reason);
      return raw(bytes.flatMap((b) => b!));
    }
    case 'namereplace':
      return raise('LookupError', "error handler 'namereplace' needs the Unicode name database, which is not included");
    default:
      return unknownHandler(errors);
  }
}

/** Answers for bytes `start..end` that do not decode. Throws what the handler raises. */
export function handleDecode(
  errors: string,
  encoding: string,
  data: Uint8Array,
  start: number,
  end: number,
  reason: string,
): DecodeReply {
  const custom = registered.get(errors);
  if (custom !== undefined) {
    const exc = unicodeError('UnicodeDecodeError', encoding, new PyBytes(data.slice()), start, end, reason);
    const wanted = 'decoding error handler must return (str, int) tuple';
    const [by, next] = callHandler(custom, exc, wanted);
    const t = strOf(by);
    return t === undefined ? typeError(wanted) : { text: t, next: checkPosition(next, data.length) };
  }
  switch (errors) {
    case 'strict':
      return raiseDecode(encoding, data, start, end, reason);
    case 'ignore':
      return { text: '', next: end };
    case 'replace':
      return { text: '\ufffd', next: end };
    case 'backslashreplace':
      return { text: [...data.subarray(start, end)].map(backslashEscape).join(''), next: end };
    case 'surrogateescape': {
      let n = start;
      let text = '';
      while (n < end && n < start + 4 && data[n]! >= 128) text += String.fromCharCode(0xdc00 + data[n++]!);
      return n === start ? raiseDecode(encoding, data, start, end, reason) : { text, next: n };
    }
    case 'surrogatepass': {
      const c = surrogateAt(encoding, data, start);
      return c === null
        ? raiseDecode(encoding, data, start, end, reason)
        : { text: String.fromCharCode(c.point), next: start + c.length };
    }
    case 'xmlcharrefreplace':
    case 'namereplace':
      return typeError("don't know how to handle UnicodeDecodeError in error callback");
    default:
      return unknownHandler(errors);
  }
}

/** Encodes a surrogate as the UTF codecs would if it were allowed; null for other codecs. */
function surrogateBytes(encoding: string, c: number): number[] | null {
  const high = c >> 8;
  const low = c & 0xff;
  switch (encoding) {
    case 'utf-8':
      return [0xe0 | (c >> 12), 0x80 | ((c >> 6) & 0x3f), 0x80 | (c & 0x3f)];
    case 'utf-16':
    case 'utf-16-le':
      return [low, high];
    case 'utf-16-be':
      return [high, low];
    case 'utf-32':
    case 'utf-32-le':
      return [low, high, 0, 0];
    case 'utf-32-be':
      return [0, 0, high, low];
    default:
      return null;
  }
}

/** Decodes the surrogate that `surrogateBytes` would have written at `i`; null where there is none. */
function surrogateAt(encoding: string, data: Uint8Array, i: number): { point: number; length: number } | null {
  const b = (k: number): number => data[i + k] ?? -1;
  let c = -1;
  let length = 0;
  switch (encoding) {
    case 'utf-8':
      length = 3;
      if ((b(0) & 0xf0) === 0xe0 && (b(1) & 0xc0) === 0x80 && (b(2) & 0xc0) === 0x80)
        c = ((b(0) & 15) << 12) | ((b(1) & 63) << 6) | (b(2) & 63);
      break;
    case 'utf-16':
    case 'utf-16-le':
      length = 2;
      c = b(1) < 0 ? -1 : (b(1) << 8) | b(0);
      break;
    case 'utf-16-be':
      length = 2;
      c = b(1) < 0 ? -1 : (b(0) << 8) | b(1);
      break;
    case 'utf-32':
    case 'utf-32-le':
      length = 4;
      if (b(2) === 0 && b(3) === 0) c = (b(1) << 8) | b(0);
      break;
    case 'utf-32-be':
      length = 4;
      if (b(0) === 0 && b(1) === 0 && b(3) >= 0) c = (b(2) << 8) | b(3);
      break;
    default:
      return null;
  }
  return c >= 0xd800 && c <= 0xdfff ? { point: c, length } : null;
}
