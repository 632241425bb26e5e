/**
 * The type bytes: construction, hash, text forms and iteration; the rest is shared with bytearray
 * (`bytes-methods.ts`).
 */
import { callBound } from '../../objects/slots/descriptor.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import {
  None,
  NotImplemented,
  type PyByteArray,
  PyBytes,
  PyIterator,
  PyTuple,
  builtinType,
  bytesType,
  intOf,
  native,
  strOf,
  typeOf,
} from '../../objects/core/values.ts';
import { defMethods, defNew } from '../../objects/core/builtin.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { iterate } from '../../protocol/iterate.ts';
import { toNumberIndex } from '../../objects/slots/number.ts';
import { defIterator, reduceToIter, stateIndex } from '../containers/iterators.ts';
import { bytesHash } from '../str/code-points.ts';
import { strArg } from '../str/arguments.ts';
import { encodeText } from '../str/codecs.ts';
import { bufferOf, viewOf } from '../../objects/core/buffer.ts';
import { bytesOfInts, defBytesMethods } from './methods.ts';
import { bytesRepr } from './repr.ts';
import { checkBytes } from '../../numbers/allocation.ts';

/** Makes an object of bytes or of a subclass. */
function makeBytes(cls: PyType, data: Uint8Array): PyBytes {
  const b = new PyBytes(data);
  return cls === bytesType ? b : shapeInstance(b, cls);
}

/** Encodes the str argument of `bytes(str, encoding, errors)`; undefined without str. Throws TypeError. */
export function encodedSource(
  kind: string,
  source: PyValue | undefined,
  encoding: PyValue | undefined,
  errors: PyValue | undefined,
): Uint8Array | undefined {
  const enc = encoding === undefined ? undefined : strArg(encoding, `${kind}() argument 'encoding'`);
  const handler = errors === undefined ? 'strict' : strArg(errors, `${kind}() argument 'errors'`);
  const text = source === undefined ? undefined : strOf(source);
  if (text === undefined) {
    if (encoding !== undefined) typeError('encoding without a string argument');
    if (errors !== undefined) typeError('errors without a string argument');
    return undefined;
  }
  return enc === undefined ? typeError('string argument without an encoding') : encodeText(text, enc, handler);
}

/**
 * Makes zero bytes for a count, bytes of a buffer or of an iterable of ints. Throws TypeError, ValueError,
 * OverflowError.
 */
export function bytesOf(kind: string, source: PyValue, range: string): Uint8Array {
  const type = typeOf(source);
  if (
    typeof source !== 'object' ||
    intOf(source) !== undefined ||
    (bufferOf(source) === null && type.lookup('__index__') !== undefined)
  ) {
    const n = toNumberIndex(source);
    if (n < 0) valueError('negative count');
    checkBytes(n);
    return new Uint8Array(n);
  }
  const data = bufferOf(source);
  if (data !== null) return data.slice();
  if (type.lookup('__iter__') === undefined && type.lookup('__getitem__') === undefined) {
    typeError(`cannot convert '${type.name}' object to ${kind}`);
  }
  return bytesOfInts(iterate(source), range);
}

defNew(
  bytesType,
  'source?, encoding?, errors?',
  (cls: PyType, source?: PyValue, encoding?: PyValue, errors?: PyValue) => {
    const encoded = encodedSource('bytes', source, encoding, errors);
    if (encoded !== undefined) return makeBytes(cls, encoded);
    if (source === undefined) return makeBytes(cls, new Uint8Array(0));
    if (typeOf(source) === bytesType && cls === bytesType) return source;
    const convert = typeOf(source).lookup('__bytes__');
    if (convert !== undefined) {
      const r = callBound(convert, source);
      if (!(r instanceof PyBytes)) typeError(`__bytes__ returned non-bytes (type ${typeOf(r).name})`);
      return cls === bytesType ? r : makeBytes(cls, r.data);
    }
    return makeBytes(cls, bytesOf('bytes', source, 'bytes must be in range(0, 256)'));
  },
);
bytesType.allocate = (cls) => makeBytes(cls, new Uint8Array(0));

defBytesMethods(bytesType, (data) => new PyBytes(data), { kind: 'byte', range: 'index out of range' }, NotImplemented);

/** Iterates over the bytes of a bytes or bytearray; the latter may change meanwhile. */
class PyBytesIterator extends PyIterator {
  index = 0;
  constructor(public source: PyBytes | PyByteArray | null) {
    super();
  }
  next(): number | undefined {
    if (this.source === null) return undefined;
    const data = viewOf(this.source);
    if (this.index < data.length) return data[this.index++];
    this.source = null;
    return undefined;
  }
}
/** The iterator of a bytearray: the same with another class name. */
export class PyByteArrayIterator extends PyBytesIterator {}

const bytesIteratorType = builtinType('bytes_iterator', { base: false });
const bytearrayIteratorType = builtinType('bytearray_iterator', { base: false });
native(PyBytesIterator, bytesIteratorType);
native(PyByteArrayIterator, bytearrayIteratorType);

for (const type of [bytesIteratorType, bytearrayIteratorType]) {
  defIterator<PyBytesIterator>(type, (it) =>
    it.source === null ? 0 : Math.max(0, viewOf(it.source).length - it.index),
  );
  defMethods(type, {
    '__reduce__()': (it: PyBytesIterator) =>
      reduceToIter(() => (it.source === null ? [[new PyTuple([])]] : [[it.source], it.index])),
    '__setstate__(state, /)': (it: PyBytesIterator, state: PyValue) => {
      const i = Math.max(stateIndex(state), 0);
      if (it.source !== null) it.index = Math.min(i, viewOf(it.source).length);
      return None;
    },
  });
}

defMethods(
  bytesType,
  {
    '__hash__()': (self: PyBytes) => bytesHash(self.data),
    '__repr__()': (self: PyBytes) => bytesRepr(self.data),
    '__str__()': (self: PyBytes) => bytesRepr(self.data),
    '__bytes__()': (self: PyBytes) => (self.type === bytesType ? self : new PyBytes(self.data)),
    '__getnewargs__()': (self: PyBytes) => new PyTuple([new PyBytes(self.data)]),
    '__sizeof__()': (self: PyBytes) => 33 + self.data.length,
    '__iter__()': (self: PyBytes) => new PyBytesIterator(self),
  },
  'pure',
);
