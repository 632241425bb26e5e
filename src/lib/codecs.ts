/**
 * The module `_codecs`: encodings by name and the conversions that `codecs` and `encodings` are made of.
 *
 * `str.encode` and `bytes.decode` find the common encodings natively (types/str/codecs.ts) and never come here.
 * What only Python code knows (`codecs.register`, `rot13`, `hex`) is found by the search functions.
 */
import { fieldOf } from '../types/exceptions/fields.ts';
import { type Codec, connect } from '../objects/core/world.ts';
import type { PyValue } from '../objects/core/object.ts';
import { None, PyBytes, type PyModule, PyTuple, intOf, strOf, typeOf } from '../objects/core/values.ts';
import { PyDict } from '../objects/core/dict.ts';
import { type PyBuiltin, makeFunctions } from '../objects/core/builtin.ts';
import { PyException, PyRaise, raise, typeError, valueError, exceptionType } from '../objects/core/exceptions.ts';
import { bufferOf, needBuffer } from '../objects/core/buffer.ts';
import { invoke } from '../objects/core/invoke.ts';
import { isCallable } from '../types/functions/method.ts';
import { nativeModule } from '../types/functions/module.ts';
import {
  handleDecode,
  handleEncode,
  registerErrorHandler,
  registeredErrorHandler,
  unregisterErrorHandler,
} from '../types/str/codec-errors.ts';
import { codePoints, strLength } from '../types/str/code-points.ts';
import { findCodec } from '../types/str/codecs.ts';
import { decodeTable, encodeTable } from '../types/str/utf.ts';
import { parseByteEscapes } from '../types/str/escape-codec.ts';
import { bytesRepr } from '../types/bytes/repr.ts';
import { isTrue } from '../protocol/compare.ts';
import { getAttr } from '../protocol/attribute.ts';
import { getItem } from '../protocol/subscript.ts';
import { isRaised } from '../objects/slots/iterate.ts';
import { importDotted } from './host/import.ts';

/* ---- the registry ---- */

const searches: PyValue[] = [];
const found = new Map<string, PyTuple>();

/** Returns what the search functions know of an encoding, or undefined. */
function search(encoding: string): PyTuple | undefined {
  const key = encoding.replaceAll(' ', '_').toLowerCase();
  const known = found.get(key);
  if (known !== undefined) return known;
  importDotted('encodings');
  for (const f of searches) {
    const r = invoke(f, [key]);
    if (r === None) continue;
    if (!(r instanceof PyTuple) || r.items.length !== 4) typeError('codec search functions must return 4-tuples');
    found.set(key, r);
    return r;
  }
  return undefined;
}

/** Returns the CodecInfo of an encoding. Throws LookupError. */
function lookup(encoding: string): PyTuple {
  if (encoding.includes('\0')) valueError('embedded null character');
  return search(encoding) ?? raise('LookupError', `unknown encoding: ${encoding}`);
}

/** Runs the encoder (0) or decoder (1) of an encoding. */
function convert(which: 0 | 1, x: PyValue, encoding: PyValue, errors: PyValue | undefined): PyValue {
  const name = text(encoding, which === 0 ? 'encode' : 'decode', 'encoding');
  const r = invoke(lookup(name).items[which]!, errors === undefined ? [x] : [x, errors]);
  if (!(r instanceof PyTuple) || r.items.length !== 2)
    typeError(`${which === 0 ? 'encoder' : 'decoder'} must return a tuple (object, integer)`);
  return r.items[0]!;
}

/** Returns a str argument. Throws TypeError. */
function text(x: PyValue, fn: string, what: string | number): string {
  return (
    strOf(x) ??
    typeError(
      `${fn}() argument ${typeof what === 'number' ? what : `'${what}'`} ` +
        `must be str, not ${typeOf(x) === typeOf(None) ? 'None' : typeOf(x).name}`,
    )
  );
}

// A text encoding that Python code has registered serves `str.encode` and `bytes.decode` as well.
function searchText(name: string): Codec | undefined {
  const info = searches.length === 0 ? undefined : search(name);
  if (info === undefined || getAttr(info, '_is_text_encoding') !== true) return undefined;
  return {
    name,
    encode: (s, errors) => needBuffer((invoke(info.items[0]!, [s, errors]) as PyTuple).items[0]!),
    decode: (data, errors) => ({
      text: strOf((invoke(info.items[1]!, [new PyBytes(data), errors]) as PyTuple).items[0]!) ?? '',
      used: data.length,
    }),
  };
}
connect({ searchCodec: searchText });

/* ---- error handlers ---- */

/** The classes that standard handlers know. */
const UNICODE_ERRORS = ['UnicodeEncodeError', 'UnicodeDecodeError', 'UnicodeTranslateError'] as const;

/** Answers a Unicode error as a standard handler does. */
function standardHandler(name: string): (e: PyValue) => PyValue {
  return (e) => {
    if (!(e instanceof PyException)) return typeError('codec must pass exception instance');
    if (name === 'strict') throw new PyRaise(e);
    const part = (field: string): PyValue => fieldOf(e, field);
    const [start, end] = [Number(intOf(part('start'))), Number(intOf(part('end')))];
    const encoding = strOf(part('encoding')) ?? '';
    switch (UNICODE_ERRORS.find((kind) => e.type.isSubtype(exceptionType(kind)))) {
      case 'UnicodeEncodeError': {
        const r = handleEncode(
          name,
          encoding,
          codePoints(strOf(part('object')) ?? ''),
          start,
          end,
          strOf(part('reason')) ?? '',
        );
        return new PyTuple([r.bytes === null ? r.text : new PyBytes(r.bytes), r.next]);
      }
      case 'UnicodeDecodeError': {
        const r = handleDecode(name, encoding, needBuffer(part('object')), start, end, strOf(part('reason')) ?? '');
        return new PyTuple([r.text, r.next]);
      }
      case 'UnicodeTranslateError':
        if (name === 'ignore' || name === 'replace')
          return new PyTuple([name === 'ignore' ? '' : '\ufffd'.repeat(end - start), end]);
    }
    return typeError(`don't know how to handle ${e.type.name} in error callback`);
  };
}

const STANDARD = [
  'strict',
  'ignore',
  'replace',
  'xmlcharrefreplace',
  'backslashreplace',
  'namereplace',
  'surrogateescape',
  'surrogatepass',
];
const handlers = new Map<string, PyBuiltin>();

/** Returns an error handler as an object. Throws LookupError. */
function errorHandler(name: string): PyValue {
  const own = registeredErrorHandler(name) ?? handlers.get(name);
  if (own !== undefined) return own;
  if (!STANDARD.includes(name)) raise('LookupError', `unknown error handler name '${name}'`);
  const made = makeFunctions('builtins', { [`${name}_errors(exc, /)`]: standardHandler(name) }).get(`${name}_errors`)!;
  handlers.set(name, made);
  return made;
}

/* ---- conversions ---- */

const errorsOf = (x: PyValue | undefined): string =>
  x === undefined || x === None ? 'strict' : (strOf(x) ?? typeError(`errors must be str, not ${typeOf(x).name}`));
const pair = (a: PyValue, n: number): PyTuple => new PyTuple([a, n]);

/** Returns the bytes of what a decoder is given; the escape decoders take str as well. */
function source(x: PyValue): Uint8Array {
  const s = strOf(x);
  return s === undefined ? needBuffer(x) : Buffer.from(s, 'utf8');
}

/** Makes `NAME_encode` and `NAME_decode` of a native encoding; one that cannot stop half-way is always final. */
function conversions(name: string, final: 'final?' | 'final'): Record<string, (...args: any[]) => PyValue> {
  const codec = findCodec(name)!;
  const decode = (data: PyValue, errors: PyValue | undefined, last: boolean): PyValue => {
    const r = codec.decode(source(data), errorsOf(errors), last);
    return pair(r.text, r.used);
  };
  return {
    [`${name}_encode(str, errors?, /)`]: (s: PyValue, errors?: PyValue) => {
      const t = text(s, `${name}_encode`, 1);
      return pair(new PyBytes(codec.encode(t, errorsOf(errors))), strLength(t));
    },
    ...(final === 'final?'
      ? {
          [`${name}_decode(data, errors?, final?, /)`]: (data: PyValue, errors?: PyValue, last?: PyValue) =>
            decode(data, errors, last !== undefined && isTrue(last)),
        }
      : { [`${name}_decode(data, errors?, /)`]: (data: PyValue, errors?: PyValue) => decode(data, errors, true) }),
  };
}

/** Makes `utf_16_ex_decode` and its kin: byte order -1 (little), 1 (big) or 0 (by the mark) goes in and comes out. */
function decodeWithOrder(
  width: '16' | '32',
): (data: PyValue, errors?: PyValue, order?: PyValue, final?: PyValue) => PyValue {
  return (data, errors, order = 0, final = false) => {
    const bytes = needBuffer(data);
    const given = Number(intOf(order));
    const size = width === '16' ? 2 : 4;
    const marked =
      given !== 0 || bytes.length < size
        ? 0
        : bytes[0] === 0xff && bytes[1] === 0xfe
          ? -1
          : bytes[size - 1] === 0xff && bytes[size - 2] === 0xfe
            ? 1
            : 0;
    const found = given !== 0 ? given : marked;
    const skip = marked === 0 ? 0 : size;
    const r = findCodec(`utf_${width}_${found === 1 ? 'be' : 'le'}`)!.decode(
      bytes.subarray(skip),
      errorsOf(errors),
      isTrue(final),
    );
    return new PyTuple([r.text, r.used + skip, found]);
  };
}

/** Looks a key up in a mapping of a charmap codec; undefined for None and what is missing. */
function mapped(mapping: PyValue, key: PyValue): PyValue | undefined {
  try {
    const v = getItem(mapping, key);
    return v === None ? undefined : v;
  } catch (e) {
    if (isRaised(e, 'LookupError')) return undefined;
    throw e;
  }
}

const UNDEFINED = 'character maps to <undefined>';

/** Decodes by a mapping (a str of 256 characters or a dict) from bytes to characters. */
function charmapDecode(data: PyValue, errors: PyValue | undefined, mapping: PyValue | undefined): PyValue {
  const bytes = needBuffer(data);
  if (mapping === undefined || mapping === None) return pair(Buffer.from(bytes).toString('latin1'), bytes.length);
  const table = strOf(mapping);
  const points = table === undefined ? null : codePoints(table);
  const decoded = decodeTable(
    bytes,
    'charmap',
    errorsOf(errors),
    (b) => {
      if (points !== null) return points[b] === 0xfffe ? -1 : (points[b] ?? -1);
      const v = mapped(mapping, b);
      const s = v === undefined ? undefined : strOf(v);
      return v === undefined
        ? -1
        : s === undefined
          ? Number(intOf(v) ?? typeError('character mapping must return integer, None or str'))
          : (s.codePointAt(0) ?? -1);
    },
    UNDEFINED,
  );
  return pair(decoded, bytes.length);
}

/** Encodes by a mapping from characters to bytes. */
function charmapEncode(s: PyValue, errors: PyValue | undefined, mapping: PyValue | undefined): PyValue {
  const t = text(s, 'charmap_encode', 1);
  if (mapping === undefined || mapping === None)
    return pair(new PyBytes(findCodec('latin_1')!.encode(t, errorsOf(errors))), strLength(t));
  const encoded = encodeTable(
    t,
    'charmap',
    errorsOf(errors),
    (c) => {
      const v = mapped(mapping, c);
      return v === undefined
        ? -1
        : Number(
            intOf(v) ?? bufferOf(v)?.[0] ?? typeError('character mapping must return integer, bytes or None, not str'),
          );
    },
    UNDEFINED,
  );
  return pair(new PyBytes(encoded), strLength(t));
}

/** Makes the mapping of an encoder from a decoder's table. */
function charmapBuild(table: PyValue): PyValue {
  const d = new PyDict();
  codePoints(text(table, 'charmap_build', 1)).forEach((c, i) => {
    if (c !== 0xfffe) d.set(c, i);
  });
  return d;
}

/** Makes the module `_codecs`. */
export function makeModule(): PyModule {
  searches.length = 0;
  found.clear();
  const names: [string, 'final?' | 'final'][] = [
    ['utf_8', 'final?'],
    ['utf_16', 'final?'],
    ['utf_16_le', 'final?'],
    ['utf_16_be', 'final?'],
    ['utf_32', 'final?'],
    ['utf_32_le', 'final?'],
    ['utf_32_be', 'final?'],
    ['latin_1', 'final'],
    ['ascii', 'final'],
    ['unicode_escape', 'final?'],
    ['raw_unicode_escape', 'final?'],
  ];
  return nativeModule(
    '_codecs',
    makeFunctions('_codecs', {
      'register(search_function, /)': (f: PyValue) => {
        if (!isCallable(f)) typeError('argument must be callable');
        searches.push(f);
        return None;
      },
      'unregister(search_function, /)': (f: PyValue) => {
        const i = searches.indexOf(f);
        if (i >= 0) searches.splice(i, 1);
        found.clear();
        return None;
      },
      'lookup(encoding, /)': (name: PyValue) => lookup(text(name, 'lookup', 1)),
      'encode(obj, encoding?, errors?)': (x: PyValue, encoding: PyValue = 'utf-8', errors?: PyValue) =>
        convert(0, x, encoding, errors),
      'decode(obj, encoding?, errors?)': (x: PyValue, encoding: PyValue = 'utf-8', errors?: PyValue) =>
        convert(1, x, encoding, errors),
      'register_error(errors, handler, /)': (name: PyValue, handler: PyValue) => {
        if (!isCallable(handler)) typeError('handler must be callable');
        registerErrorHandler(text(name, 'register_error', 1), handler);
        return None;
      },
      '_unregister_error(errors, /)': (name: PyValue) => {
        const n = text(name, '_unregister_error', 1);
        return STANDARD.includes(n)
          ? valueError(`cannot un-register built-in error handler '${n}'`)
          : unregisterErrorHandler(n);
      },
      'lookup_error(name, /)': (name: PyValue) => errorHandler(text(name, 'lookup_error', 1)),
      ...(Object.assign({}, ...names.map(([n, final]) => conversions(n, final))) as Record<string, () => PyValue>),
      'utf_16_ex_decode(data, errors?, byteorder?, final?, /)': decodeWithOrder('16'),
      'utf_32_ex_decode(data, errors?, byteorder?, final?, /)': decodeWithOrder('32'),
      'charmap_decode(data, errors?, mapping?, /)': charmapDecode,
      'charmap_encode(str, errors?, mapping?, /)': charmapEncode,
      'charmap_build(map, /)': charmapBuild,
      'readbuffer_encode(data, errors?, /)': (data: PyValue) => {
        const b = source(data);
        return pair(new PyBytes(b.slice()), b.length);
      },
      'escape_encode(data, errors?, /)': (data: PyValue) => {
        const b = needBuffer(data);
        return pair(
          new PyBytes(
            Buffer.from(
              bytesRepr(b)
                .replace(/^b"(.*)"$/s, (_, s: string) => `b'${s.replaceAll("'", "\\'")}'`)
                .slice(2, -1),
              'latin1',
            ),
          ),
          b.length,
        );
      },
      'escape_decode(data, errors?, /)': (data: PyValue, errors?: PyValue) => {
        const b = source(data);
        return pair(new PyBytes(parseByteEscapes(b, errorsOf(errors))), b.length);
      },
    }),
  );
}
